"""How well the search finds what people ask: run it by hand, it says what is missed."""

import pathlib
import sys
import time
import tomllib

from domain import faq_search as fs
from domain.faq_search import best
from messages.faq.brought_along import brought_along

E = brought_along()


def why(entry, t):
    ix = fs._index(E)
    h = ix.lexicon.known_in(fs.words_of(t), exactly=fs.EMPTY)
    i = entry
    sure = lambda ps: sorted(((min(h.get(w, 0) for w in fs.words_of(p)), p) for p in ps), reverse=True)[:2]
    out = [s for s in sure(i.alone) if s[0]]
    for g in i.together:
        if all(sure(x)[0][0] for x in g):
            out.append([sure(x)[0] for x in g])
    return out


def main():
    for f in sys.argv[1:]:
        said = tomllib.loads(pathlib.Path(f).read_text())
        n = ok = first = bad = 0
        t0 = time.time()
        for code, texts in said.items():
            for t in texts:
                es = best(E, t)
                got = [e.key.code.value for e in es]
                if code == "none":
                    if got:
                        bad += 1
                        print("NONE ", t, got[:3], why(es[0], t))
                else:
                    n += 1
                    hit = code in got[:2]
                    ok += hit
                    first += got[:1] == [code]
                    if not hit:
                        print(code, "|", t, "|", got[:3])
        print(
            f,
            "right in two",
            ok,
            "of",
            n,
            "first",
            first,
            "wrongly answered",
            bad,
            "of",
            len(said.get("none", [])),
            "ms each",
            1000 * (time.time() - t0) / (n + len(said.get("none", []))),
        )


main()
