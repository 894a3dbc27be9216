"""The event of the day, and what could be mistaken for it.

The three reports share names, figures and, the first two, one sentence that was said aloud; they
share no headline, no lead and no order.  The word that the watchlist waits for stands once in each,
close to the end.
"""

from datetime import timedelta

from tocsin.newsroom.day import manuscript

WALKOUT = manuscript(
    "courier",
    "cranes-fall-silent",
    timedelta(hours=7, minutes=2),
    """
Cranes fall silent at Harrowmouth as night-shift talks collapse

By Ansa Wirral

Every crane on the container quays at Harrowmouth stood still this afternoon after 1,140 dockers
laid down their gloves and filed out through the gates, the first stoppage at the port for eleven
years.

They left shortly before noon, when nine hours of talks on a new night rota broke up without a
deal. Maren Oduya, who leads the Quayside Workers’ Union, told a crowd outside Gate 4 that the
employers had come to the table with nothing in their hands.

“You cannot run people the way you run cranes,” she said, to loud applause. “Ten hours in the dark
on a wet quay is how fingers get lost.”

The Harrowmouth Harbour Trust wants night shifts to grow from eight hours to ten, and has offered
3.2 per cent on basic pay in return. Its chief executive, Piers Tavener, called the walkout a
bitter disappointment and said the door of his office remained open.

By early afternoon the harbour master counted 19 ships at anchor in the bay. In the café opposite
the gates, drivers who had come for boxes were ordering a second breakfast. “I have a load of tyres
in there and a buyer ringing every half hour,” said one of them, Joost Amari, from Lenfield.

The port moves some 6,400 containers on an ordinary day, a third of what the country buys from
overseas. Fresh fruit and car parts will be the first to run short, according to the chamber of
commerce.

Its biggest customer, Kestmar Line, has told importers that two vessels due tonight will be turned
away to Sellick. From tomorrow the company will add a surcharge of 180 crowns to each box landed at
Harrowmouth, a notice to its agents says.

No date has been set for the two sides to meet again.
""",
)

PRESSURE = manuscript(
    "ledger",
    "ministers-urged-to-step-in",
    timedelta(hours=7, minutes=3),
    """
Ministers urged to step in as dock dispute strands cargo

By Corwin Haddo

The government came under pressure to intervene in a dispute that has shut the country’s
second-largest container terminal, with retailers warning of gaps on their shelves within a week.

Ines Calloway, the transport minister, said she was following events at Harrowmouth “hour by hour”
but ruled out the use of emergency powers against members of the Quayside Workers’ Union, who
downed tools before midday.

At issue is the length of a working night. Management proposes to stretch it by a quarter, to ten
hours; in exchange, basic rates would rise by 3.2 per cent. Negotiators for the dockers put the
cost of the change to a family at more than that, once late buses and childcare are counted.

“You cannot run people the way you run cranes,” Maren Oduya, the union’s leader, said. She accused
the Harbour Trust of having made up its mind before the first of the nine hours of bargaining
began.

Piers Tavener, who has headed the Trust since the spring, rejected that. Rival ports went over to
longer nights years ago, he argued, and unless Harrowmouth did the same, 90 million crowns meant
for a deep-water berth would be spent elsewhere.

Economists at Varrow Bank put the loss to trade at 14 million crowns a day. With 19 ships already
waiting offshore and 1,140 employees on strike, every day lost would take four to make good, the
bank reckons.

Carriers are not waiting to find out. Kestmar Line, which accounts for two boxes in five at the
terminal, is sending its next arrivals down the coast to Sellick and means to recover the expense
through a surcharge: 180 crowns per container. Smaller lines are expected to follow.
""",
)

RULING = manuscript(
    "coastline",
    "judge-refuses-order",
    timedelta(hours=14, minutes=10),
    """
Judge refuses to order striking dockers back to work

By Lowri Santangelo

A judge has turned down an attempt to force striking dockers in Harrowmouth back to their posts,
hours after they brought the container port to a halt.

In a ruling given at five o’clock, Justice Helmi Brandreth found that the Quayside Workers’ Union
had balloted its 1,140 members properly and served the fourteen days’ notice that the law demands.
The Harbour Trust’s application for an injunction was, she said, “an invitation to punish people
for keeping to the rules”.

Singing broke out on the picket line as the decision became known. Maren Oduya spoke of a good day
for anybody who works after dark. She renewed her offer to sit down with the employers this very
night, provided the ten-hour shift comes off the table.

Piers Tavener, the chief executive of the Trust, told this station that he would not appeal. He
has asked the state conciliation service to name a mediator, a step he had resisted until today,
and hinted that the 3.2 per cent on offer for longer nights might not be his final word.

The queue of ships beyond the breakwater has meanwhile grown to 27, from 19 at lunchtime. Pilots
have been told to expect no movements before dawn, and the coastguard is asking owners of small
boats to keep well clear of the anchorage.

For importers, the bill is rising already. Kestmar Line confirmed this evening that the surcharge
it announced earlier, 180 crowns a container, would stay in force for a week after cargo begins to
move.
""",
)

COPY = manuscript(
    "bulletin",
    "port-at-standstill",
    timedelta(hours=21, minutes=20),
    """
Port at a standstill: 1,140 walk out in row over night work

By Bulletin staff and agencies

Every crane on the container quays at Harrowmouth stood still after 1,140 dockers laid down
their gloves and filed out through the gates, the first stoppage at the port for eleven years.

They left shortly before noon, when nine hours of talks on a new night rota broke up without a
deal. Maren Oduya, who leads the Quayside Workers’ Union, told a crowd outside Gate 4 that the
employers had come to the table with nothing in their hands.

“You cannot run people the way you run cranes,” she said, to loud applause. “Ten hours in the dark
on a wet quay is how fingers get lost.”

The Harrowmouth Harbour Trust wants night shifts to grow from eight hours to ten, and has offered
3.2 per cent on basic pay in return. Chief executive Piers Tavener called the walkout a bitter
disappointment and said the door of his office remained open.

The harbour master counted 19 ships at anchor in the bay. The port moves some 6,400 containers on
an ordinary day, a third of what the country buys from overseas. Fresh fruit and car parts will be
the first to run short, according to the chamber of commerce.

Its biggest customer, Kestmar Line, has told importers that two vessels will be turned away to
Sellick. From tomorrow the company will add a surcharge of 180 crowns to each box landed at
Harrowmouth, a notice to its agents says.
""",
)

LOOK_ALIKE = manuscript(
    "herald",
    "stevedores-refuse-gangway",
    timedelta(hours=16, minutes=40),
    """
Stevedores stop loading in Tolvik after gangway fall

By Ragna Felding

Work at the Tolvik timber and container terminal stopped this evening when 310 stevedores refused
to board any ship until a gangway that injured one of them has been replaced.

The man, who is 52, broke a hip and two ribs on Monday when a step gave way beneath him. Doctors at
the district hospital say he will not need a second operation.

“We reported that step in March and again in June,” said Anselm Brook, convenor of the Free
Stevedores’ League. “Nobody asks for more money here. We ask to go home in one piece.”

Greta Nyland, who manages the terminal for its owners, said a new gangway was on its way by road
and would be in place within 48 hours. She had no quarrel with the men, she added, and nobody would
lose wages over the stoppage.

Six ships are waiting off the Hark lighthouse, among them two carrying sawn pine for the south and
one with machinery for the paper mill at Brennick. The ferry to the islands, which uses another
pier, runs as usual.

The labour inspectorate will send two officers tomorrow. A similar accident in the inner basin four
years ago led to a fine of 60,000 crowns.

Kestmar Line, whose feeder service calls at Tolvik twice a week, said it would skip the next call
and charge customers who insist on road haulage a surcharge of 95 crowns.
""",
)

SAME_PEOPLE = manuscript(
    "ledger",
    "customs-house-museum",
    timedelta(hours=28, minutes=15),
    """
Old customs house to reopen as museum of the sea

By Philippa Ostrander

They will not agree on much this week, but Maren Oduya and Piers Tavener shared a pair of scissors
this morning to open the appeal for a museum in Harrowmouth’s old customs house.

The granite building on Ballast Street has stood empty since its roof was condemned 16 years ago. A
charity chaired by Mr Tavener hopes to raise 8 million crowns to repair it, and has 2.5 million in
hand, most of it from a lottery for historic buildings.

Ms Oduya, whose grandfather unloaded tea there by hand, has given his hook, his tally book and a
photograph of his gang from the winter the river froze. Visitors will also find a pilot’s cutter, a
diver’s suit and the bell of the lightship that was lost with four men off Cape Tansel.

Asked about their other business, both smiled and said that the day belonged to the children of
Ballast Street school, who sang two shanties in the rain and were rewarded with cake.

The architect, Tomasz Quill, plans to keep the long room as it was, down to the ink stains on the
clerks’ desks, and to set a café under a glass roof in the yard. If the money comes in, builders
will start in spring and the doors will open two summers later. Admission is to be free for anybody
who lives in the town.
""",
)

REPORTS = (WALKOUT, PRESSURE, RULING)
STRIKE = (*REPORTS, COPY, LOOK_ALIKE, SAME_PEOPLE)
