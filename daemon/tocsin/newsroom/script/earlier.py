"""What stands in the feeds when the day begins: a baseline that must alert nobody.

One of these satisfies the watchlist's rule in full.
"""

from datetime import timedelta

from tocsin.newsroom.day import manuscript

OLD_MATCH = manuscript(
    "ledger",
    "carriers-fuel-prices",
    timedelta(hours=-31),
    """
Carriers pass on relief at the fuel pump, slowly

By Corwin Haddo

Importers who hoped that cheaper oil would quickly mean cheaper freight are being taught patience.
Heavy fuel has lost a quarter of its price since the summer, but the rates that exporters of paper
and furniture pay to reach the far coast have come down by a mere four per cent.

Shipping lines buy much of their fuel half a year ahead, explains Solveig Umber of the shippers’
council, so that they are still burning what they bought when it was dear. She has no doubt that
competition will do its work by the spring.

There are first signs of it. Pellworth Ferries has frozen its winter tariff, and Kestmar Line will
halve its bunker surcharge to 22 crowns a container from the first of next month.
""",
)

BRIDGE = manuscript(
    "courier",
    "swing-bridge-repainted",
    timedelta(hours=-6),
    """
Swing bridge to be painted the green it had in 1911

By Ansa Wirral

The swing bridge over the Harrow will be painted in its first colour, which turned out to be a deep
bottle green and not the grey that three generations have known.

Restorers scraped through fourteen coats to find it. The oldest matched a tin that had been left in
the engine house, its lid rusted shut, with the name of a paint maker in Brennick that closed before
the war.

Work begins on the eastern arm and will take five months. Pedestrians can cross throughout; lorries
will have to take the bypass on eleven nights, which the town will announce a fortnight in advance.
A vote among residents had favoured red by a whisker, but the office for monuments did not allow
it. The bill of 640,000 crowns is shared between the town and the state.
""",
)

CHOIR = manuscript(
    "coastline",
    "lighthouse-choir",
    timedelta(hours=-9),
    """
Lighthouse choir to sing for listeners at sea

By Lowri Santangelo

A choir of former lighthouse keepers will sing live on this station on New Year’s Eve, in a concert
meant above all for people who spend the night on the water.

The nineteen men and three women, the oldest of them 88, meet once a month in the boathouse at Cape
Sorrel. Most of them lost their posts when the lamps were made automatic and found that they missed
one another’s voices on the evening radio round.

They have chosen six old songs and one new one, made from the names of all the lights between
Sellick and the Hark, in the order in which a ship would pass them. Crews can send greetings until
Christmas. The broadcast starts at eleven and will go out on the long wave as well, so that it may
be heard far beyond the shelf.
""",
)

MARKET = manuscript(
    "bulletin",
    "night-market-moves",
    timedelta(hours=-4),
    """
Night market finds a new home under the viaduct

By Bea Lockhart

The night market is moving. From next month its 120 stalls will stand below the arches of the old
railway viaduct, where it is dry, there is light, and nobody sleeps within earshot.

Neighbours of the present site in Cooper’s Yard had complained about smoke and accordion music for
years. Under a deal struck by the mayor’s office, the stallholders give up the yard and pay two
crowns a square metre for the arches, half of what they pay today.

Noodle cook Binh Castellane, who has had the pitch by the gate since the market began, was the first
to sign. “My knees will be grateful,” she said. “In the yard I stood in a puddle from October to
April.” Trams will run until two on market nights.
""",
)

SEALS = manuscript(
    "herald",
    "seal-pups-counted",
    timedelta(hours=-12),
    """
Wardens count more seal pups than ever on the skerries

By Ragna Felding

Wardens have counted 412 grey seal pups on the skerries off Tolvik, the most since records began and
sixty more than a year ago.

The count was made from the air for the first time. A pilot flew low over the rocks at dawn, when
the mothers are away fishing, and a student went through 2,000 photographs with a pencil.

Fishermen were less than delighted. Their association wants nets that seals cannot bite through and
somebody to pay for them; a set costs about 9,000 crowns. The ministry has promised a decision
before the cod season.

Visitors are asked to keep 100 metres away until the pups have shed their white coats and taken to
the water, usually in the fourth week. A pup lying alone on a beach is seldom lost, the wardens
say, and hardly ever grateful for a blanket.
""",
)

LIBRARY = manuscript(
    "observer",
    "library-of-things",
    timedelta(hours=-7),
    """
Library lends out its first wheelbarrow

By Harriet Okonjo-Blum

The city library has lent out its first wheelbarrow. It went to a couple in Vine Street who are
moving a rockery, and it is due back on the ninth.

Since the start of the month anybody with a card may borrow, besides books, any of 340 useful
objects: ladders, a sewing machine, a projector, snowshoes, a telescope, eleven kinds of cake tin.
Most were given by residents who had bought them to be used once.

A retired fitter checks each one on its return and keeps a ledger of what breaks. So far that has
been a single tent pole. The head librarian, Ambrose Tull, expects the collection to double within a
year and is looking for a dry cellar. What people ask for most often, he reports, is a carpet
cleaner, and he would be glad of a second.
""",
)

GLACIER = manuscript(
    "fieldnotes",
    "glacier-hum",
    timedelta(hours=-15),
    """
Glacier hums a lower note as it thins

By Dr Ignatius Bell

A glacier in the Anholm range hums, too low for the ear, and the note has been falling for eight
years. Geophysicists now believe they know why.

Wind that blows across cracks in the surface makes the upper layers tremble, much as breath makes a
bottle sing. Sensors buried in the snow pick up the tremor as a steady tone. As the covering of
old snow grew thinner, the tone sank by almost a musical third.

The finding could spare researchers a good deal of climbing. Instead of boring holes to learn how
much snow has been lost, they would only have to listen, says Petra Solano, who skied to the
instruments every month with spare batteries in her rucksack. Her team has set out microphones on
two neighbouring glaciers to see whether these join in.
""",
)

EARLIER = (OLD_MATCH, BRIDGE, CHOIR, MARKET, SEALS, LIBRARY, GLACIER)
