"""Texts that would be markup, if a value ever were."""

HOSTILE = [
    *["Mira #x $y", "#panic()", '#read("/sv/labels.toml")', "*fet* _kursiv_", "= Rubrik", "<etikett> @ref", "`kod`"],
    *[
        "[x](https://x.se)",
        "\\ \\n",
        "\" ' “",
        "]) #import",
        "// bort",
        "/* bort */",
        "~ -- ... ",
        "{{ name }}",
        "https://x.se",
    ],
]
