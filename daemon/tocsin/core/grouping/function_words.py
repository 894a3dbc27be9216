"""The function words of languages other than English: articles, pronouns, conjunctions.

They join nothing, and counting them would not tell: where a twentieth of what is read is German,
"der" is as rare as a name.  English ones are counted, since most feeds are English and the shipped
table is; so a word that English has too is left out here, whatever it means there ("die", "war").
"""

_GERMAN = """
aber alle allem aller alles als andere anderen anderer anderes auch auf aus bei beim bereits bis
bisher da dabei dafür dagegen daher damit danach dann daran darauf daraus darin darum darüber das
dass davon dazu dem den denen denn der deren des deshalb dessen diese diesem diesen dieser dieses
doch dort du durch ein eine einem einen einer eines er erst erste ersten es etwa etwas euch euer für
ganz gegen gegenüber gewesen haben hatte hatten hier hinter hätte hätten ich ihm ihn ihnen ihr ihre
ihrem ihren ihrer ihres im immer indem ist ja jede jedem jeden jeder jedes jedoch jetzt kann kein
keine keinem keinen keiner konnte konnten können könnte laut mehr mehrere mein meine mir mit muss
musste mussten müsse müssen nach nachdem neben nicht nichts noch nun nur ob obwohl oder ohne rund
schon sehr sei seien sein seine seinem seinen seiner seines seit sich sie sind sogar soll sollen
sollte sollten sondern sowie trotz um und uns unser unsere unter viel viele vom von vor waren warum
weder wegen weiter weitere weiteren welche welcher wenn wer werde werden wie wieder wir wird wo
wollen worden wurde wurden während würde würden zu zudem zum zunächst zur zwar zwischen über
"""
_FRENCH = """
afin ai ainsi alors après assez au aucun aucune aujourd aussi autre autres aux avaient avait avant
avec avoir ayant ce cela celle celles celui ces cet cette ceux chaque chez comme contre dans de
depuis des donc dont du dès déjà elle elles en encore entre est et eux fait font ici il ils je jusqu
l la le les leur leurs lors lorsque lui là mais malgré mes moins mon même mêmes ni nos nous ont ou
où par parce parmi pas peu peut peuvent plusieurs pourquoi près puis qu quand que quel quelle
quelles quelque quelques quels qui quoi sa se selon sera seront ses si soit sont sous sur tandis tes
toujours tous tout toute toutes trop très tu une vers voici vos votre vous étaient était été être
"""
_SPANISH = """
además ahora al algo alguna algunas alguno algunos algún ante antes aquel aquella así aunque aún
bajo cada casi como con contra cual cuales cualquier cuando cuanto de debe debido del desde después
donde dos durante el ella ellas ellos en entonces entre eran es esas ese eso esos esta estaba estas
este esto estos está están fue fueron ha haber había habían hasta hay hecho hizo la las le les lo
luego mediante mientras misma mismo mismos mucho muchos muy más nada ni nos nosotros otra otras otro
otros para pero poco por porque pues que quien quienes qué se según ser será si sido siempre sin
sino sobre su sus sí sólo también tampoco tan tanto tener tenía tiene tienen toda todas todo todos
tras tu una unas uno unos varios vez ya yo él
"""
_ITALIAN = """
agli ai al alcune alcuni alla alle allo anche ancora avanti avere aveva avevano che chi ci ciò
coloro con contro così cui da dagli dai dal dalla dalle dallo degli dei del della delle dello dentro
di dopo dovrebbe dunque durante ecco ed erano essere fino fra già gli ha hanno ho il infatti intanto
io l la le lei lo loro lui mentre mio molto negli nei nel nell nella nelle nello nessuno noi nostra
nostro nulla ogni oltre ora perché perciò però più poco poi proprio qualche quale quali quando
quanto quella quelle quelli quello questa queste questi questo qui quindi saranno sarà se secondo
sei sempre senza si sia siamo siano sono sopra sotto sta stata stati su sua sugli sui sul sull sulla
sulle suo suoi tra tutta tutte tutti tutto una uno verso viene è
"""
_PORTUGUESE = """
agora ainda algum alguma algumas alguns além ao aos apenas após aquela aquele aqui assim até bem
cada como contra da das de dela dele deles depois desde dessa desse desta deste dos durante ela elas
ele eles enquanto entre eram essa essas esse esses esta estas estava este estes está estão foi foram
há isso isto já lhe logo mais menos mesmo meu minha muito muitos na nas nem nenhum nessa nesse nesta
neste nos nossa nosso num numa não nós onde ou outra outras outro outros para pela pelas pelo pelos
pode por porque porém pouco qual quando quanto que quem se segundo seja sem sempre ser será seu seus
sido sob sobre sua suas só também tanto tem tendo ter tinha toda todas todo todos tudo tão têm um
uma umas uns vai você à às é
"""
_DUTCH = """
aan achter al alle alleen als altijd ander andere anderen bij bijna binnen daar daarmee daarna
daarom dan dat de deze dit doen doet dus echter een eens eerst eerste elk elke en er erg ervan ga
gaan gaat geen hadden heb hebben heeft hem het hier hij hoe hoewel ik ja je kan kunnen maar meer
meest mij mijn moest moet moeten na naar naast niet niets nog nooit nu om omdat onder ons ook op
sinds steeds tegen tegenover ter terwijl toch toen tot tussen uit vanaf vanuit veel volgens voor
vooral voordat waar waarbij waarin waarom wanneer waren wat weer wel welke werd werden wie wij
worden wordt ze zei zelf zich zij zijn zo zoals zonder zou zouden
"""

FUNCTION_WORDS = frozenset(
    f"{_GERMAN}{_FRENCH}{_SPANISH}{_ITALIAN}{_PORTUGUESE}{_DUTCH}".split(),
)
"""In small letters."""
