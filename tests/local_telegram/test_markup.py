import html
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.local_telegram.entities import page_html, with_found
from bot.demo.local_telegram.markup import MarkupReader
from bot.demo.local_telegram.refusal import RefusedError


def test_every_tag_of_telegram_becomes_an_entity() -> None:
    source = (
        "<b>a</b><strong>b</strong><i>c</i><em>d</em><u>e</u><ins>f</ins><s>g</s><strike>h</strike><del>i</del>"
        '<span class="tg-spoiler">j</span><tg-spoiler>k</tg-spoiler><a href="https://a.se/?a=1&amp;b=2">l</a>'
        "<code>m</code><pre>n</pre><blockquote>o</blockquote><blockquote expandable>p</blockquote>"
        '<tg-emoji emoji-id="5368324170671202286">q</tg-emoji>'
    )
    text, entities = MarkupReader(source).read()
    assert text == "abcdefghijklmnopq"
    assert [entity["type"] for entity in entities] == [
        *["bold"] * 2,
        *["italic"] * 2,
        *["underline"] * 2,
        *["strikethrough"] * 3,
        *["spoiler"] * 2,
        "text_link",
        "code",
        "pre",
        "blockquote",
        "expandable_blockquote",
        "custom_emoji",
    ]
    assert entities[11]["url"] == "https://a.se/?a=1&b=2"


def test_offsets_count_in_utf_16() -> None:
    text, entities = MarkupReader("😀<b>å😀</b>").read()
    assert text == "😀å😀"
    assert entities == [{"type": "bold", "offset": 2, "length": 3}]


def test_tags_nest() -> None:
    _, entities = MarkupReader("<b>a<i>b</i></b>").read()
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in entities] == [
        ("bold", 0, 2),
        ("italic", 1, 1),
    ]


def test_a_block_of_code_has_a_language() -> None:
    _, entities = MarkupReader('<pre><code class="language-python">x</code></pre>').read()
    assert entities == [{"type": "pre", "offset": 0, "length": 1, "language": "python"}]


@pytest.mark.parametrize(
    ("source", "text"),
    [("&lt;&gt;&amp;&quot;", '<>&"'), ("&#229;&#xe5;", "åå"), ("&nbsp; & &x;", "&nbsp; & &x;"), ("&#0;", "&#0;")],
)
def test_characters_can_be_written_as_references(source: str, text: str) -> None:
    assert MarkupReader(source).read() == (text, [])


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
        ("å < b", 'Unsupported start tag "" at byte offset 3'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("x <b", "Unclosed start tag at byte offset 2"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-emoji emoji-id="x">y</tg-emoji>', "Invalid custom emoji identifier specified"),
    ],
)
def test_wrong_markup_is_refused_in_telegrams_words(source: str, complaint: str) -> None:
    with pytest.raises(RefusedError) as refused:
        MarkupReader(source).read()
    assert refused.value.description == f"Bad Request: can't parse entities: {complaint}"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_escaped_text_comes_through_unchanged(text: str) -> None:
    assert MarkupReader(html.escape(text)).read() == (text, [])


def test_links_commands_and_addresses_are_found_without_markup() -> None:
    text = "/start och/eller https://a.se/b. anna@b.se @steget_bot #jobb"
    found = [(entity["type"], entity["length"]) for entity in with_found(text, [])]
    kinds = [("bot_command", 6), ("url", 14), ("email", 9), ("mention", 11), ("hashtag", 5)]
    assert found == kinds


def test_a_page_shows_markup_and_escapes_everything_else() -> None:
    text, entities = MarkupReader('<b>a &lt;script&gt; <i>b</i></b> <a href="https://a.se/&quot;x">c</a>').read()
    assert page_html(text, entities) == (
        "<b>a &lt;script&gt; <i>b</i></b> "
        '<a href="https://a.se/&quot;x" target="_blank" rel="noopener noreferrer">c</a>'
    )


def test_a_page_never_gets_a_link_that_runs_a_script() -> None:
    text, entities = MarkupReader('<a href="javascript:alert(1)">c</a>').read()
    assert page_html(text, entities) == "c"


class Balance(HTMLParser):
    """Notes what is shown, and fails where tags are not properly nested."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.shown = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.shown += data


SPANS = st.builds(
    lambda kind, offset, length: {"type": kind, "offset": offset, "length": length},
    st.sampled_from(["bold", "italic", "pre", "spoiler", "url", "unheard_of"]),
    st.integers(0, 12),
    st.integers(1, 12),
)


@given(st.text(alphabet="ab<>&\"'å😀/", max_size=10), st.lists(SPANS, max_size=6))
def test_a_page_is_well_formed_whatever_the_entities_say(text: str, entities: list[dict[str, object]]) -> None:
    balance = Balance()
    balance.feed(page_html(text, entities))
    balance.close()
    assert balance.open == []
    assert len(balance.shown.encode("utf-16-le")) == len(text.encode("utf-16-le"))
