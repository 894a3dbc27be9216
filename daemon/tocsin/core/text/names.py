"""Names as they stand in texts: case endings, glued prefixes, and who stands before a surname.

Cyrillic names (surnames, first names, places) are declined by the ending of the nominative; Arabic
and Hebrew write prepositions, articles and conjunctions onto the word.
"""

import re
from itertools import product

from tocsin.core.text.fold import fold, listed

# Ending of the nominative -> endings of the other cases, Russian and Ukrainian; first match wins.
_DECLENSIONS: tuple[tuple[str, str], ...] = (
    (r"(?<=[сцз])ь?кий", "кого кому ким ком ького ькому ьким"),
    (r"(?<=[гкхжшчщ])ий", "ого ому им ом его ему ем"),
    (r"[ыи]й", "ого ому ым им ом его ему ем ія ию ии"),
    (r"ой", "ого ому ым им ом оя ою оем ое"),
    (r"(?<=[аеёиоуыэюяіїє])й", "я ю ем е єм ї еві єві"),
    (r"ів", "ова ову овом ові ева еву евом еві іва іву івом іві"),
    (r"їв", "єва єву євом єві"),
    (r"(?<=[оеёє]в)|(?<=[иыіїй]н)", "а у ым им е і ові"),
    (r"(?<=[бвгґджзклмнпрстфхцчшщ])", "а у ом ем е і ові еві"),
    (r"ь", "я ю ем е і ем еві и ью"),
    (r"ая", "ой ую ою"),
    (r"(?<=[и])я", "и ю ей ею"),
    (r"(?<=[і])я", "ї ю єю"),
    (r"я", "и і ю ей ею е"),
    (r"(?<=[гкхжшчщ])а", "и е у ой ою ей і"),
    (r"а", "ы и е і у ой ою"),
    (r"(?<=к)о", "а у ом ові"),
)
_declensions = tuple((re.compile(f"(?:{ending})$"), cases) for ending, cases in _DECLENSIONS)
_cyrillic = re.compile("[\u0400-\u04ff][\u0400-\u04ff'’-]+")
_glueing = re.compile("[\u0590-\u05ff\u0600-\u06ff]")

_AND_THEN_ARABIC = (("", "و", "ف"), ("", "ب", "ك", "ل", "س"), ("", "ال"))
_AND_THEN_HEBREW = (
    ("", "ו"),
    ("", "ש", "כש", "לכש", "מש"),
    ("", "ה", "ב", "ל", "מ", "כ", "מה"),
)
# What may be written onto the front of a word: and, in, to, like, the.
GLUED = frozenset(
    "".join(parts)
    for parts in (
        *product(*_AND_THEN_ARABIC),
        *product(("", "و", "ف"), ("لل",)),
        *product(*_AND_THEN_HEBREW),
    )
)


def case_forms(word: str) -> frozenset[str]:
    """The folded case forms of a Cyrillic name, itself among them; of any other, itself alone."""
    lower = word.lower()
    forms = {fold(word)}
    if len(lower) > 2 and _cyrillic.fullmatch(word):
        for ending, cases in _declensions:
            if found := ending.search(lower):
                stem = lower[: found.start()]
                return frozenset(forms | {fold(stem + case) for case in cases.split()})
    return frozenset(forms)


def takes_prefixes(word: str) -> bool:
    """Whether *word* is written in a script that glues short words onto its front."""
    return bool(_glueing.match(word))


# Words, folded, that stand before a surname in capitals and are no given name: titles, and what
# opens a sentence or is capitalised by custom.
_NO_GIVEN_NAME = """
    president vice premier prime minister chancellor senator sen gov governor gen general king
    queen prince princess pope leader chairman chairwoman chair chief ceo cfo director secretary
    mr mrs ms miss dr prof professor sir lord lady dame judge justice mayor congressman
    congresswoman lawmaker rep representative deputy acting founder cofounder owner
    boss head billionaire tycoon attorney lawyer detective inspector officer sergeant lieutenant
    brigadier commander archbishop bishop cardinal father brother sister rabbi imam sheikh
    ayatollah sultan emir duke duchess baron baroness count countess saint reverend rev speaker
    whip councillor councilman councilwoman treasurer chairperson spokesperson spokeswoman
    economist analyst historian author writer journalist reporter editor actor actress singer
    rapper manager skipper striker midfielder defender forward goalkeeper driver mister veteran
    rookie fellow team fans voters investors supporters ambassador commissioner captain colonel
    major marshal admiral sheriff coach comrade tsar emperor dictator candidate nominee former ex
    then late incumbent opposition spokesman president-elect administration monsieur madame m mme
    mlle président presidente presidentin präsident bundespräsident bundeskanzler bundeskanzlerin
    kanzler kanzlerin präsidentin bundespräsidentin ministerin außenminister außenministerin
    innenminister finanzminister parteichef parteichefin regierungschef staatschef herr frau senor
    señor señora signor signora presidenta premierminister ministerpräsident primo ministro
    ministre présidente chancelier chancelière roi reine rey reina canciller ministra cancelliere
    cumhurbaşkanı başbakan bakan başkan bay bayan sayın президент президента президенту
    президентом премьер министр министра господин госпожа лидер глава канцлер прем'єр міністр пан
    пані президентові a an the and or but nor so yet if when while where as at by for from in into
    of off on onto out over per than that though through to under until up upon via with within
    without after before since because although whereas despite unlike like against about above
    across along amid among around behind below beside besides between beyond during except inside
    near outside past toward towards this these those it its he she they we i you his her their
    our my your him them us who whom whose which what why how not no yes is are was were be been
    being am do does did has have had will would can could may might must shall should said says
    say told asked added also however meanwhile moreover still even only just now today yesterday
    tomorrow tonight once again earlier later recently instead thus hence therefore perhaps maybe
    finally both either neither each every all any some many most more few several such one two
    three here there whether monday tuesday wednesday thursday friday saturday sunday january
    february march april june july august september october november december spring summer autumn
    winter russian american british french german chinese ukrainian european western israeli
    iranian turkish indian japanese italian spanish polish hungarian serbian croatian greek dutch
    swiss austrian belgian swedish norwegian danish finnish irish scottish welsh portuguese romanian
    bulgarian czech slovak lithuanian latvian estonian belarusian georgian armenian canadian mexican
    brazilian argentine venezuelan cuban australian african egyptian syrian lebanese iraqi saudi
    palestinian pakistani afghan korean vietnamese thai arab asian russia moscow kremlin washington
    news exclusive opinion analysis watch live video breaking update explainer interview dear
    critics
    le la les de du des et mais ou que qui dans en à au aux pour par sur avec selon der die das
    den dem und oder aber ein eine von zu mit bei nach für auf im um wie als wenn dass el los las
    y o pero con por para según il lo gli e ma di da su come secondo и а но или в во на с со к ко
    о об от до из за по при про для над под без через между как что когда если чтобы потому также
    сегодня вчера завтра по-прежнему однако і та але або у з із від για ο η το του της και στον
    στην στο ha hat ist sagte dit
"""
NO_GIVEN_NAME = listed(fold(_NO_GIVEN_NAME))
