"""Words that a search leaves out of account, as `folded` writes them, and how people write some as they say them."""

SPOKEN = {
    written: meant
    for meant, ways in {
        "vad": "va vaa vafan hva vadan",
        "vad hander": "vahander",
        "inte": "int inta inge itte ente it ej ikke",
        "vi": "vii",
        "hur": "hu huru",
        "mycket": "mkt mycke mycky",
        "nagon": "nan non naan nagan noen",
        "nagot": "nat nagat",
        "nagra": "nara",
        "dem": "dom domm",
        "varfor": "vaffo varffor vafor varfo vaffor",
        "blir det": "blire blirde blirre",
        "ar det": "ere arde arre",
        "behover": "behover behova bhover",
        "maste": "maste mosst maast mste",
        "praktikant": "praktikis",
        "kommer": "kmr komer",
        "med": "me",
        "och": "o oxa",
        "jag": "ja jak",
        "vara": "va",
        "ska": "skall ska skae",
        "ar": "e ae a",
        "har": "ha har",
        "the": "da",
        "you": "u",
        "cant": "cannot",
        "dont": "don",
        "what": "wat wot",
    }.items()
    for written in ways.split()
    if written not in {"ja", "har"} and not (meant == "vara" and written == "va")
}
"""What is written as it is spoken, by what it means."""

ASKING = frozenset(
    "vad hur vem vems vilka vilken vilket varfor nar vart var maste far kan ska behover bor gar finns ar har galler kravs"
    " what how who whom whose which why when where must may can could should do does is are will would have has need"
    " undrar undran fraga fragar wonder wondering ask".split()
)
"""Words of which a question has one."""

OFFERING = frozenset("erbjuder erbjuda erbjuds offer offering offers ledig lediga".split())
"""Words of somebody who offers rather than asks."""

EMPTY = frozenset(
    "en ett den det de dem vi ni oss er era vara vart var jag du han hon hen man sig sin i pa av for till fran med om hos"
    " vid och eller men att som sa da nu har dar ar vara blir bli ska kan far vill hej hejsan tja tjena hallo snalla tack"
    " undrar bara lite nog ju val vad hur nar vilka vilken vilket maste nagon nagot nagra dig mig mej dej"
    " the a an of to in on at for with by from and or but if we you us they he she it i is are be am was do does did can"
    " may will would should have has there this that these those what how who when which please hi hello thanks any some"
    " somebody someone our your me my".split()
)
"""Words that say nothing of the matter."""
