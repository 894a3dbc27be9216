"""Names as they stand in texts: glued prefixes, and who stands before a surname.

Arabic and Hebrew write prepositions, articles and conjunctions onto the word.
"""

import re
from itertools import product

from tocsin.core.text.declensions import case_forms
from tocsin.core.text.fold import fold, listed

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
_MORE_TITLES = """
    strongman autocrat ruler despot warlord warmonger oligarch magnate mogul entrepreneur investor
    heir heiress businessman businesswoman statesman scientist researcher physicist philosopher
    poet novelist playwright composer conductor comedian presenter host broadcaster columnist
    commentator critic activist campaigner dissident strategist adviser advisor aide envoy diplomat
    negotiator prosecutor suspect defendant champion boxer golfer quarterback superstar astronaut
    superintendent constable pastor filmmaker producer designer architect surgeon
    diktator autokrat präses bürgermeister trainer schauspieler politiker richter anwalt
    senatrice senatore sindaco onorevole alcalde diputado senador gobernador expresidente député
    sénateur maire chef ancien prefeito deputado governador prezes marszałek wicepremier poseł
    posłanka pani prezydent statsminister ledare koning leider
"""
# What opens a sentence in the languages whose papers write such words with a capital there.
_OPENERS = """
    stop ask tell blame beat defeat meet help follow thank call let make give take keep see
    laut gegen weil wegen seit obwohl während trotz ohne durch bis doch denn dann auch nur noch
    schon so da damit dazu nun jetzt heute gestern war wird will kann soll muss sagt sollte warum
    was wer wo wieso ob sei dieser diese dieses sein seine ihr ihre kein keine alle viele zwischen
    neben hinter unter über vor nachdem bevor sogar selbst dagegen deshalb trotzdem allerdings
    dennoch statt außer montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar
    märz juni oktober dezember regierung
    contre sans sous entre chez vers depuis pendant après avant comme quand si car donc pourquoi
    comment où ce cette ces son sa ses leur leurs notre nos lui il ils elles on nous vous je ne pas
    plus aussi encore déjà ainsi alors puis enfin hier demain lundi mardi mercredi jeudi vendredi
    samedi dimanche janvier février juin juillet août septembre octobre novembre décembre état
    gouvernement malgré outre lorsque puisque tout tous toute toutes
    contra sin sobre hasta desde hacia durante mediante tras ante bajo cuando donde mientras aunque
    porque sino también además ayer hoy mañana ya no más muy este esta estos estas ese esa su sus
    un una al del se quién cómo lunes martes miércoles jueves viernes sábado enero febrero marzo
    abril mayo junio septiembre octubre noviembre diciembre gobierno
    contro senza sotto tra fra sopra verso dopo prima dove mentre anche perché però quindi infatti
    oggi ieri domani già non più molto questo questa quello quella suo loro uno dal dalla dai del
    della dei degli delle nel nella sul sulla alla ai agli alle chi cosa lunedì martedì mercoledì
    giovedì venerdì sabato domenica gennaio febbraio aprile maggio giugno luglio agosto settembre
    ottobre dicembre governo
    contra sem até após onde enquanto mas porém ontem hoje amanhã não mais muito seu um uma ao do
    das dos no pelo pela quem governo
    maar want dus ook nog toen dat die deze dit wie waar waarom hoe niet wel naar bij zonder tegen
    onder boven tussen tijdens sinds volgens door aan uit voor tot gisteren vandaag maandag
    ale lecz bo więc oraz lub albo czy jak gdy kiedy gdzie dlaczego ponieważ żeby aby według
    zdaniem bez przed nad pod przez dla od ze we przy przeciwko wobec mimo podczas dziś dzisiaj
    wczoraj jutro już nie tak też także również jednak
    och men som att när där varför hur inte också enligt mot utan med från till efter före under
    mellan genom hos
    после перед против согласно ранее позже теперь тогда даже только лишь хотя почему зачем кто где
    поэтому поскольку пока после затем вновь снова ещё уже этот эта это его её их наш ваш все
    після перед проти чому хто де тому поки знову вже цей ця його її вони
"""
_CYRILLIC_TITLES = """
    президент министр премьер лидер глава канцлер спикер мэр губернатор депутат сенатор генерал
    господин директор посол король генсек диктатор певец тренер міністр лідер мер генерал
    прем'єр речник посол очільник
"""
NO_GIVEN_NAME = listed(fold(_NO_GIVEN_NAME + _MORE_TITLES + _OPENERS)).union(
    *(case_forms(title) for title in _CYRILLIC_TITLES.split())
)
# German writes titles in one word: Kremlchef, Verteidigungsministerin, Staatsoberhaupt.
_GERMAN_HEADS = (
    "chef", "präsident", "minister", "kanzler", "führer", "kollege", "politiker", "sprecher",
    "kandidat", "trainer", "richter", "anwalt", "general", "dienstler", "haber", "herrscher",
    "kriegsherr", "oberhaupt", "leiter", "meister", "experte", "forscher", "autor", "sieger",
    "besitzer", "gründer", "milliardär", "unternehmer", "sekretär", "botschafter", "profi",
    "schauspieler", "sänger", "vorsitzender", "vorsitzende", "abgeordnete", "abgeordneter",
    "kommissar",
)  # fmt: skip
_TITLE_ENDINGS = tuple(fold(f"{head}{ending}") for head in _GERMAN_HEADS for ending in ("", "in"))


def is_title(word: str) -> bool:
    """Whether the folded *word* stands before a surname and is no given name."""
    return word in NO_GIVEN_NAME or word.endswith(_TITLE_ENDINGS)
