"""What else is reported on the day: nothing that the watchlist asks for.

Two of these hold one half of the rule: the carrier without the word, and the word without the
carrier.
"""

from datetime import timedelta

from tocsin.newsroom.day import manuscript

ENTITY_ALONE = manuscript(
    "ledger",
    "kestmar-orders-sail-ships",
    timedelta(hours=4, minutes=30),
    """
Kestmar Line orders four freighters with rigid sails

By Corwin Haddo

Kestmar Line has ordered four freighters that will take up to a fifth of their power from the wind,
the largest ships yet to carry rigid sails.

Each will hold 5,200 containers and cost 71 million crowns. They are to be built at the Hollin yard
in Brennick, which had been running short of work, and delivered over three years from next autumn.

The sails, 40 metres tall and made of glass fibre, fold down like a pocket knife so that the ships
can pass below bridges. Trials on an older vessel cut its fuel bill by 17 per cent in the trade
winds and by next to nothing in the Strait of Anholm, where the breeze tends to come from ahead.

“This is no museum piece,” said Kestmar’s head of fleet, Dorian Vashti. “We expect to earn back the
money in nine years, seven if oil stays where it is.”

Analysts were cautious. Shares in the company closed 0.4 per cent lower.
""",
)

WORD_ALONE = manuscript(
    "bulletin",
    "airline-baggage-charge",
    timedelta(hours=9, minutes=45),
    """
Airline gives in over musicians’ instruments

By Bea Lockhart

Cellists may travel in peace again. Aurelan Air, the country’s second carrier, has dropped the fee
that it had charged since May for large instruments in the cabin.

The change of heart comes after the Merrowby String Quartet played on the pavement outside the
airline’s offices for three evenings running. Videos of the second evening, in a thunderstorm, were
watched more than two million times.

“We listened, and it was rather beautiful,” said Aurelan’s spokeswoman, Inka Morrow. Passengers who
have paid since the spring can ask for their money back on the company’s website until the end of
the year.

A seat for a cello will now cost as much as a child’s. The oversize surcharge of 85 crowns remains
for surfboards, bicycles and, to the regret of at least one orchestra, for double basses, which do
not fit through the door of the smaller aircraft.
""",
)

FOG = manuscript(
    "courier",
    "fog-until-weekend",
    timedelta(hours=2, minutes=10),
    """
Fog to linger along the estuary until the weekend

By Pell Marchetti

Drivers on the estuary road should allow an extra half hour in the mornings, forecasters say, for
the fog that has wrapped the coast since Sunday is in no hurry to leave.

Mild, damp air is sliding over water that has cooled to nine degrees, and there is hardly a breath
of wind to stir it. At Cape Tansel the foghorn has sounded for 31 hours, the longest spell in six
years.

The regional weather office expects brighter hours after lunch each day, mostly on high ground. A
front from the west should sweep the valley clean on Saturday and bring showers, with snow on the
tops above 800 metres.

Two morning buses from Lenfield were cancelled. The school at Little Harrow, reached by a chain
ferry, stayed shut and set its pupils a task: to draw what they could see from the window.
""",
)

CUP = manuscript(
    "courier",
    "rovers-lenfield-cup",
    timedelta(hours=11, minutes=5),
    """
Keeper’s late header sends Rovers through

By Gus Amadori

Harrowmouth Rovers are in the last sixteen of the cup, and the man who put them there wears gloves.

With the tie against Lenfield Athletic level at 2-2 and four minutes of stoppage time all but gone,
goalkeeper Milo Strand trotted up for a corner, was left unmarked at the far post and nodded in off
the underside of the bar.

“I closed my eyes,” he admitted. “When I opened them I was lying beneath the whole team and could
not breathe.”

It had been a poor evening for him until then. Strand let a tame shot from Ezra Collin slip through
his legs after twelve minutes and was stranded for Lenfield’s second. In between, Paulo Hendry
struck twice for Rovers, once from the penalty spot.

A crowd of 7,316 sang long after the lights had been dimmed. The draw for the next round is made at
noon on Sunday.
""",
)

MOTH = manuscript(
    "fieldnotes",
    "moth-back-after-ninety-years",
    timedelta(hours=6, minutes=15),
    """
Moth not seen for ninety years turns up on a windowsill

By Dr Saoirse Lindqvarn

A retired postman has found a moth that was believed to have vanished from the country before his
parents were born.

The insect, a salt-marsh footman, sat on the kitchen windowsill of Wendell Achebe-Moor in the hamlet
of Sedge End. He put a jam jar over it and rang the county museum, where the curator of beetles and
butterflies at first took the call for a joke.

Genetic tests show that the animal belongs to the native line and is no stray blown across the sea.
A search by lamplight has since turned up eleven more, all within a few hundred metres of a bank
that was breached by a storm and left to the tides.

Caterpillars of the species feed on lichen that grows on old fence posts. Conservationists have
asked the drainage board not to replace the fence.
""",
)

BUSES = manuscript(
    "observer",
    "council-votes-bus-lanes",
    timedelta(hours=10, minutes=20),
    """
Bus lanes survive by one vote after six-hour debate

By Harriet Okonjo-Blum

Merrowby’s three bus lanes will stay. After a debate that began over tea and ended close to
midnight, the city council rejected a motion to remove them by 24 votes to 23.

Councillor Edmund Fairlie of the Ratepayers’ List, who proposed the motion, said traders on Tanner
Street had lost a fifth of their custom. Officers replied that takings had fallen as much on streets
without a lane, and that journeys to the hospital had become eleven minutes quicker.

The deciding hand belonged to Mina Tavistock, an independent, who had let nobody know her mind. She
was persuaded, she said afterwards, by a letter from a night nurse.

The lanes will be looked at again in a year. Until then, cyclists may use them too, and delivery
vans may stop there before seven in the morning.
""",
)

FESTIVAL = manuscript(
    "herald",
    "silent-film-festival",
    timedelta(hours=20, minutes=30),
    """
Silent films draw record crowd to the net loft

By Osric Dahl

More than 4,000 people came to Tolvik’s festival of silent film, twice as many as in its best year
so far, and the last of them went home long after midnight.

The festival is held in a loft where herring nets used to be dried, and the audience sits on crates.
This year’s prize, a lantern of blown glass, went to a restored comedy about a bride who mistakes a
travelling dentist for her groom.

Its only surviving reel was found beneath the floor of a chapel. A laboratory in Merrowby spent two
years coaxing the pictures from it frame by frame, and pianist Yevgenia Stroud wrote music that was
played for the first time on Saturday.

“You could hear them hold their breath, and then the crates creak,” said the founder, Ottilie
Kvarn. Next year there will be cushions.
""",
)

TELESCOPE = manuscript(
    "fieldnotes",
    "planet-with-two-sunsets",
    timedelta(hours=23, minutes=50),
    """
Students find a planet that has two sunsets

By Dr Ignatius Bell

Three students who were meant to be learning how to calibrate a camera have discovered a planet that
circles two stars at once.

The camera belongs to the small teaching telescope at Mount Ashgrove. For practice the group was
given old pictures of a pair of dim red stars that eclipse one another every nine days. In 26 of the
pictures the light dipped when it had no reason to.

“We assumed that we had made a mistake, because we usually had,” said one of the three, Noor
Abelard, aged 20. It took them a winter to rule out dust, a loose cable and a passing owl.

The planet is about as heavy as Neptune and completes an orbit in 143 days. Anybody standing on its
clouds would cast two shadows. A larger telescope will look for moons in the spring.
""",
)

SCHOOL_MEALS = manuscript(
    "observer",
    "school-meals-trial",
    timedelta(hours=25, minutes=40),
    """
Pupils eat more greens when they serve themselves, trial finds

By Leonie Sparrow

Children take more vegetables when nobody puts them on the plate, according to a year-long trial in
fourteen primary schools around Merrowby.

In half of the canteens, cooks dished out the meal as before. In the others the pots stood on the
tables and the pupils ladled out their own portions, a monitor from the top class keeping order.
Where they helped themselves, children ate 38 per cent more peas, beans and cabbage, and the bins
were a third lighter at the end of the week.

“They are proud of what they choose,” said the nutritionist who led the study, Dr Farida Holm. Only
beetroot resisted every effort.

Serving took six minutes longer, which head teachers called the main drawback. The city will offer
the scheme to all of its schools after the summer holidays.
""",
)

MEANWHILE = (
    ENTITY_ALONE,
    WORD_ALONE,
    FOG,
    CUP,
    MOTH,
    BUSES,
    FESTIVAL,
    TELESCOPE,
    SCHOOL_MEALS,
)
