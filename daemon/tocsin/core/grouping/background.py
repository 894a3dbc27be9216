"""In how many of 2,476 news stories each word stands.

Counted by benchmarks/train_grouping.py, changed by nobody else.  Rarer words are left out.
"""

ARTICLES = 2476

# A count and its words, a line each.
_TABLE = """\
4 0.9 1000 100th 106 125 14,000 160,000 1600 17th 18th 1967 1969 197 1970s 1973 1978 1981 1986 1988
4 1989 1b 2.6 210,000 212 3.4 306 34,000 35,000 350,000 4.5 45th 5.7 6.2 60,000 7,000 7.3 78 7th 83
4 87 90s 91 abandoning abbas absolute abu accelerates accepts accidental acclaimed accomplishment
4 accounted acknowledges acquire acquired adapt adequately adjustment adjustments advising advisors
4 affiliate affirms afterward aided aiding aids ain airborne airplane airwaves albany alejandro ali
4 alt alternate amassed ammunition amongst analyze anchorage ankle annually anticipating anxiety
4 apartments apologies apologised apparel appellate appreciate apprehensions appropriated
4 appropriations arabian arbitrary arraigned arrangements arthur arts assailed assembling
4 assessments assign assumed athletics atop atrocities attached ave avenatti averaged aviv avoids
4 bailey bait balanced banana barbs barrels barricades barry basement bash bashar basket batter
4 bedminster beds believing belonged belongs beset beside bible bird birds blackface blackout
4 blatantly blessed blew blind bloc blowing blowout boasted bombings bones boom bore boring borough
4 botched bothered boxes branded brass breakfast breath breyer bribe brink broadband broadcaster
4 broaden broadside bromance browse brush brushed bst buffalo bug bullying bumped burgeoning bust
4 bystander bytedance calculation caliber californians capt captive capturing carl carson cartoon
4 carved cassidy categorically caved cbp celebrations cementing censors censure ceremonies
4 certainty chains chairmen challengers characters cheer chilling chips choosing christians cindy
4 clarence clashing clearest click clients clinched clinic clogged clot clots coleman collectively
4 collision colo colossal commencement competitiveness complicate complications composite concealed
4 concept conclude condo confidant conflicting congratulations congregation connecting connections
4 considerable consistently consists constituents consultations consumed consuming contents
4 continental continually contracts contradicts contributes cooperated copies corrected correction
4 corridor couch courageous cousin cox cracked craig creative creator credential credited
4 criminally crosshairs crunch crushed crying cultural curbing curbs cure curious damn dana danny
4 daring dates dawn deadlock dealers debated debating decides declarations declassified deepened
4 defections defenses deficits defraud delegate deliberate deliberation demonstrating denounces
4 denuclearization depart departs departures dependent depicting depicts deported designated
4 designer devise dial digs dining directors dirty disability disappoint disapprove disbelief
4 discipline discouraging discredit discriminated dismayed disorder disorderly displaced displaying
4 disregard disruptive distraction distrust divert divorce dogs dome dominating dominic donate doom
4 doubles downed downturn dress drilling drugmakers dwight dwindling dysfunction eagles earthquakes
4 echoed economist egypt elementary elena elevate eleven eleventh elijah eliminates elimination
4 embark embarrassment embedded embraces emergencies emirates emotionally emphasizing employ
4 endorsing engagement engages engineering enrichment enrollment entirety entrepreneur equipped
4 erased erdogan erupts essay evacuation evacuations evangelical evans evers evident evolving
4 exaggerated examination examines examples excerpts excess executions exemptions existential expel
4 expenses experiences expires explicitly exxon eyed fade faithful faltering fanned fantasy
4 fatality fathers favored fearing feat feeding feinstein fending fetus feuding fi fielded figured
4 financially firebrand fits fivethirtyeight fixture flak flash flashing flawed flexibility flipped
4 floods floridians flyovers forcefully forecasts foreigners forensic forest fortified forty
4 foundations freedoms freely frequency frustrating funny gaetz gallup gangs garbage gazette geek
4 genius gerrymander ghost gifts gig gina glasses glenn gloves goldman gordon grabbing grace grande
4 gratitude greet grid grief grieving grueling gruesome guaranteeing guarded guardsmen guilt gunmen
4 gunshots haaland hacker halftime hallmark halts hamper handcuffed handguns handshake harass
4 hardline hardships harrison harshly harvesting hashtag hastily haters hatred hats hawkins hawley
4 heating heightening heights helsinki henry herald heralded hezbollah hidden hint hirono holmes
4 honour horror hostility hottest hourlong hourly hub huh humble hung hurled illicit illustrate
4 imagination imperiled impetus implicated importantly imported imprisoned inability inaccuracies
4 inappropriately incarceration incentives incest incomes indicting indonesian indoors infiltrate
4 influential informs inoculations ins insensitive insistence inslee installed instant instincts
4 insult integration intend intensifying interpretation interventions interviewer invalid
4 investigator investing investor invoked involve involves iphone irma iron ironically isolation
4 italian jab jacksonville jammed jimmy jointly joked jordan journalistic junior kate kathryn keefe
4 keen keith kent keystone kilometres kkk klux knocks ku kurds kyiv labeling lackluster lamenting
4 latter lawlessness lax layer lectern legalized legendary legitimacy lesson levies liable lifeline
4 lighter lightning likewise likud lindsay lingering linking lions litigation lobby lord lori lucky
4 magazines maintains maintenance maj makers mammoth mandated maneuvers manhunt mansion manual maps
4 marchers marches marching margaret marines marketplace marshall marty massacred mattis maurice
4 mayoral mayorkas mazie mcenany meadows meals mechanism mechanisms medicines medics meltdown mercy
4 merit merits merkel messy mexicans mich micro microphone miracle mirrors misdemeanors mitigate
4 mobil mock mode moderated moderates monitored monument moon mosque motives mouth mozilla
4 multibillion multinational murderer museum muted mutual nafta nascent nashville naturally
4 negotiation neighborhoods netflix nicolas nielsen nixon nominates northeastern nullify nursing
4 objection objective obligation observation obsession occasion occurs offenders offshore okay
4 olympic omb onset onstage openings operate opined opioids orchestrating organisation
4 organisations organizing orleans ostensibly ought outage outbreaks outdated outreach overcoming
4 overriding overtake overturns owning oxford oxygen palace paperwork parade parallels paramedics
4 parole partisanship pastor patch pathetic pathway pavement paxton payer pcs pdt pen peninsula
4 pensacola pension perfectly perpetrated persian persists persons perspective petty pharma phased
4 phenomenon phil phrase pickup pillar pioneer pistol pitching pitted plain plate playboy pleas
4 pocket podium policymakers populated populous portray postponing potter pour powell ppp prayer
4 preceded precincts prediction preexisting preparation presided presses presumed pretending
4 prevail print probed problematic prohibiting prohibition projection prominence prompts
4 prospective qaeda qasem qualifications queens questionnaire quicker quitting quo rachel rages
4 rampant random razor rb react reacting realistic realize rebellion rebels reboot rebuffed receded
4 reckless reckoning recordings recounted recounts recreation redfield redirect redistricting
4 referencing rehabilitation reins remdesivir remembering remembers remembrance remotely rendering
4 rental reopenings repealed repeats rescued rescuers reserved residential resolved resounding
4 resource respects respiratory restoration restores restriction resuming retain retweets reunion
4 revamped revision reviving revolt revolutionary revolver richmond rife rigorous rio ripping rnc
4 roaring robbed rochester rogers roiled ronald roosevelt rooted rosen roster rousing rubber
4 rulemaking runoffs rushes safeguards saint salaries sanction sandy satisfied savvy scaramucci
4 scare scenarios schoolchildren schultz scoreboard scraps screamed scrutinize segments seizing
4 seizure semiconductor sensation sep settlements sexism shaky shaped shelter shields shoe
4 shortlist showcased sic sickened sidestepped siding sights significance silenced silencing
4 silently silver singled sinking sinks sized skeptics skills skin skinny skipped skyrocketing
4 slimmed slogans slower sluggish smartphones smashing smile snapping snub solar solo solved
4 somewhere sophisticated sotomayor sotu sour sovereign sow spain spanish spare spared spearheaded
4 species specifics speeds speedy spends spied spies spiraled spiraling spirit spite splitting
4 spoilers sport spraying spree squeeze stab stabbing stacey stanford starring statehood stats
4 stays stealing steele stems stirred stoppage storage storming straw stricter strides stripped
4 stronghold strzok stumble stumbles stumbling submits substitute superintendent supplement
4 suppliers supplying supportive supremacist surfside surpasses surrendered suspicions swalwell
4 sweden swinging switches swore synagogue tale tall tamp taunts teach teamed techniques tel
4 telecom temper temple tendered tenth termination terribly terrified terrifying texan thanking
4 themes thirty thunder thwarted thwarting tightens till tilt timed timothy tokyo tolerated topics
4 toppled torch tory toss tosses touchdown tourists tournament trace tracker trailer transactions
4 transcripts transfers transforming transport trapped travis tribal tribune tropical trucks
4 trudeau tumble tweaked tyranny unborn uncle unconfirmed undecided undergo understood
4 underwhelming undoubtedly unexplained unleash unpredictable unprepared upends upgrade upheaval
4 uprising urgently usps vague varying veiled vendor vengeance venue vetoes villages vindication
4 violently virgin virology virtue vista void voluntary vulgar vulnerability waking watches waved
4 weaker weinstein welcomes whites willie wine wireless wisdom wished withholding woes woke
4 woodward workforce worsening worship wrapping wright writers yeah yellow yield yielded yorkers
4 yourself zients
5 0.3 04 06 1,500 1.2 1.7 108 130 130,000 14th 15,000 15th 176 1968 1979 1983 1991 2.25 220 25th
5 30,000 300,000 350 4,000 4.2 4.7 46th 49ers 5.8 6,000 6.9 700 79 81 82 95 abandons accompanied
5 accompanying achieved aclu acquisition activism addiction adjust adjusting adolescents aerial
5 affirm affirmative affirmed affirming afp agitators airs ala alarmed allied altering ambush
5 amendments anarchists angela animals ankara anytime applause appointing arranged arsenal art
5 aspect assassinated assaults assembled assert asserting asset assisting assumes authenticity
5 automatically autonomous autonomy autopsy autumn averaging aviation avoided awkward backtracked
5 bag baier balances bang barbara bare baseball battered bearing beautiful beauty becerra behemoth
5 belong belt benchmark beneath bennie berth besides bigotry bilateral biotechnology bipartisanship
5 blacks blanket blatant blowback boards boasts bogus bomber bombers boos boosted booster bounced
5 boundaries brennan bret brick brilliant broadcasting bronx buddy bulk bump burns burst bypass
5 caller campaigned campuses cancelled capito carefully caring carlson carriers casts casualty
5 ceasefire cement censored cents chancellor channels chanted characterized charleston charter
5 cheap circumventing civic civility clarified clarifying clause clearances clearer clinch closures
5 clues coaching coincided col collateral colleague colts comedian comfort commits committing
5 commonly commonwealth comparable compare comparing competitors components computing con
5 concealing concessions concluding conducts congratulate congressmen congresswomen consequence
5 consequential constant consultation consume contractors contribute convert correctional
5 corrections correspondence counterparts coup cracking crippling cruise da dade darkest davis
5 daylight dayton deb debris decisively decries default defender defenders definitive delaware
5 delegation delete demolished denial denouncing departed depression depth descent desert designate
5 designation destroying devoted dialogue dictate differently dioxide dips disappointment disarray
5 discharge disclosures disgraced disgusting dispatched displays disrupting dissolve distributing
5 diverted divides docket documentary documented dod dogged donated donating dooming dossier
5 download downloaded downplay dragging dreamer drinking drinks drivers drugmaker drunken dual dump
5 duncan duration dynamic dynamics eagle earliest eased eat ebay echoes economics edition eldest
5 electronic electronics elects element eliminating ellis emboldened embraced emerges emmanuel
5 emotion emotions enabled enabling endured engineer engulfed enthusiasm entities epidemiologists
5 equally erupt escalates escorted establishing eua evacuate evade evaluate excellent excluded
5 exempt existed expansive experiment explainer extradition extremism eyeing factions favoring
5 fearful feelings fields fifteen finalize fisa flake flaws floating florence focuses forceful
5 forge formula fortune fraction fractures framed francis frank freezing frontline froze fulfill
5 fulfilling function garland garnered gates gavel gdp gearing gene generate glimpse globally gonna
5 governmental grabbed grave greatly greenwald greeting grievances grilled grilling grounded gunned
5 gutting hacks hail handgun hang harbor hardball hardware hassan hatch hbo heavyweight hedge
5 hennepin herd hey hid honest honored honoring hood hook horizon horse hostilities hotly housed
5 hurdle hyde hyped ig ignited ignoring impeachable improves inaugurated inch inches incite
5 inclusion inconsistent incorrectly independents indonesia induced industrialized infiltrated
5 inflammatory influenced informal inject inmate inmates innovation innovative input insane insists
5 instruction intact intensified intensify interrupted intersection intimidate introduces invest
5 invitation iranians ire islands issuance janet jeopardize jews jill johnny jolt jurisdiction
5 jurisdictions justification kagan kemp kissing knife knocking lafayette landfall lately leap
5 lebanon legalize lessen leveled levine lifts likelihood limitations lineup listened listing
5 lobbyists loeffler logged logjam loosen looted looters loves loyalty lucrative lung mac macron
5 mad madness mainland makeshift malicious mandates maneuver manipulated manning manufacture
5 marjory mccabe meantime medication medium memoir memos merger merrick midday militias minds
5 minimize ministers misdemeanor mistakenly mistakes misuse moderation mohammad monumental mood
5 moral motivation motorist msft municipal murdered murkowski mysterious mystery nationalism nazis
5 nearing needing nerve nevertheless nicholas nike nix normalization nose notably notorious nowhere
5 nuke nuts observers obstacles obtaining occasional occasions ocean offs okla oldest omissions
5 onetime onslaught operated operational opioid opt orchestrated organizers outcomes output outset
5 outweigh overwhelmed palm panicked panned papers parent parenthood parked parks parody
5 participated partly patience patriotic patriotism patriots pays pc perdue perimeter persisted
5 persuade pertaining philanthropist photograph physicians pichai pin plastic pleads pockets
5 polarized pope possibilities postal posture predictable predictions premiums prevailed priebus
5 proclaimed programming prominently promotes proving provisional provocateur provocation provoked
5 publisher pump punches pundit pundits punt purchasing pure purge pursuant pursued quietly quotes
5 raced railed railing ralph ramps ratchet ratcheting rear reasonable reasoning reassuring reclaim
5 recognition recognizing recovers reduces reed refuted reggie regrets rehab reign reince relax
5 relocate reminded render renew repeating reprieve resist resisted resolving restrained revenues
5 rhode risky river rob rollback roof rookie rooms ropes rough royal sadly safeguard safer sam
5 scaled scientist scoop scourge scrambled scrapping screens seals seed sellers semitism seniors
5 separately separations seth sgt shakeup shaping shelley shielding shop shortage shoulders shouted
5 shrinks sidelined sidewalk skip slave sleeping slim slips smear smoking smooth snapped soaring
5 solemn somewhat sonia soul sparred spectacular spicer spiked spikes spiking spiral spreads
5 stabbed stadium staging standalone stationed stern stick stinging stir stoneman strange stress
5 strictly studio studying stunned stupid suburban succeeded sum sundar supposedly surveys swan
5 swath swaths swipe switzerland symbolic tactic takeover tallied taped tapping taught taunting
5 teaching teased teleconference temperature termed terminal terminate territories testy texts thin
5 thorny thorough ticking tips todd torched totaling touchdowns touches touting tracing tracks
5 traction trained transferred transparent transported trap trashed trauma tree trips tuned
5 turbulent tying tyson ultimatum unadjusted unarmed unaware underscores undertaking undisclosed
5 unfairly unfit unfolding unfortunately units unspecified unsuccessful unwind upend upholding
5 uptick upwardly uranium usmca validity venezuela venture venues verified veritas versions vetoed
5 vicinity vying waited walensky walkout walks wielding wildfire wildlife wise wounding wrap wreck
5 writes wsj xavier yellen youths zinke
6 1,300 1.1 1.6 101 12,000 1619 162 1980s 1987 1992 1994 25,000 3.1 3.2 500,000 6.1 61 69 6th 72 73
6 89 911 96 abraham accomplish acquit adams administrators adoption advocating affects affiliated
6 agricultural airstrike alerted alexander aliens altercation anchors anderson andrews angrily
6 announcements anticipate antitrust appalling appointments appoints apprehended approached
6 arresting assertions assuming attacker attendance attendees authorize authors awaits awareness az
6 baker bargaining bed beleaguered benefited bernard bet beto betrayal betting billy biotech blaze
6 blistering booked booming boosts boris bowing braces brady brazen breakdown breathing breonna
6 brokered brothers bruce bruising brussels bull bullets bunch buried buses buttigieg canned
6 careful catastrophe catching cautioned cautiously celebrity cellphone censor ceos chad chairwoman
6 championship chants checkers cheered cheering chemical chiefs circulated clad clarification
6 classes classic classroom clerk clinics clintons clout coaches coincidence collecting colluded
6 colonial columnist comedy commentary commentator comparison compel compensation completing
6 compound concession confederate confessed confronting confused constantly consumption continent
6 contracted contractor contributing controlling convene converged convict convincing coordinate
6 coordination coordinator cornered corners counselor countered countless coverings covert craft
6 crafted crap criticizes crossings culmination curtail custom dated debacle deborah decency deeper
6 defamation defendants defying degrees delaying demonstrated denver departing deploy deploying
6 deployment derail des description destructive developer developments devolved devos dick dipped
6 directives disagree disagreed disappeared discouraged dismissing disperse disproportionate
6 disrupt disrupted disruption dissenting dividing dna docs dominance donor doubts downplaying
6 drafted drastic drives drunk duck dug dumped earn earners earthquake eddie ego electricity
6 elusive encountered endangering endless engaging english enterprise epicenter errors espn ethnic
6 evacuated evaluating evaluation everywhere examining exceed excluding execute exists exploit
6 explore export exposing favors fcc fiction filling financier finger firmly fish fixed fixing
6 flames flanked flatly flown flurry foe footing forefront foreseeable forever formation fort
6 forthcoming fossil frankly fraudulent fraught freed fringe fundamentally fundraiser furor gabbard
6 gaining gallagher gang garage gasoline generations gerrymandering graduate grapple gray
6 greenhouse greeted grill gross guarding guest guests halls hammer hammered hampered haul height
6 helm holidays holocaust holy homeless honors hopefuls hospitalization household hunting hype
6 hypocrisy idaho ilhan impacted impartial improper incitement incorrect injection inoculation
6 instituted intensive intentional interactive intercept intercepted interstate intervened
6 introducing irregularities isolating israelis jabs jake jean jeopardy jokes julian justify katie
6 khan kilometers kushner labs lane laptop lashes lashing laura leaker legality lending lessons
6 leverage liberty licensed limbo linebacker lists locker logo lowering luxury magnitude margins
6 markey marriage masked matched matchup math medicine memorable memorandum methods metropolitan
6 michelle midway mild minded minn mocks mogul moines moms monuments motors mrna mt multi murders
6 navigate neal nebraska negotiator neighbor niaid nominating normalcy notion nsa nunes nyse
6 obsessed obstructed offender ominous omnibus operates orange ossoff ourselves outdoors outlaw
6 overshadowed overtime packages painted panels paralyzed pave perceived permits petition phony
6 pilot pitch pitched pitting plead plotting plug polarizing policeman polled port postseason pound
6 practically precinct predict preference pregnant preparations prescription prevented prevents
6 principle prisoners prisons probing produces productive profits programme projections prompt
6 prosecute prosecuted protocols punitive punts quote quoted raffensperger raft rage rank ranked
6 raped ratcheted rattled ravaged ray reagan realized reassure reception referendum refinitiv
6 refrain regarded rein relationships relevant relied remainder remark renewing renews reopens
6 repealing replied representation reproductive rescind rescinding residency respective
6 respectively responsibilities rests resurgence retweeted rev revenge revising revoking rifles
6 risking rode roots ross rourke ruin runners rural sacramento salute salvage scared scorched scrap
6 scrapped script sec selecting separation serves settings shattered shipped shoulder shuts shy
6 sierra singapore skepticism sky slap slash slows snaps soft sons sorts sounded southeast
6 southeastern span spate specialist specify spectrum speeding spilled sponsor sporting spray
6 staunch stave steal steel stephanopoulos stiff stopgap stranger strategies strengthens stroke
6 stumbled stunt subpoenaed subsequently substance suited superior suppress suppression suspicion
6 sway symbol tackling tampa terry thanked thoughts thread thwart tiktok tip toronto torture
6 totaled tout towers train trans transmission trends triple tulsa tulsi tumbled twelve twin
6 unacceptable underscoring underwent unfolded unified unions universe unleashed unnecessary
6 unofficial unsure upended uphill urgency utterly vacated vacation valid valuable vatican
6 vigorously visa visible visitors volume volunteer vulnerabilities waged walker walls walter
6 waning warm wartime wash weakened welfare wet whereabouts wildfires wilson wishes withdraws
6 worsen wrapped wraps yang zealand
7 01 1.8 120 1998 1999 2.5 2.7 20th 232 270 3.6 3.8 800 86 92 aaron abandoned abbott aboard abrams
7 abusing academy accelerating accomplishments accusers achievements acknowledge additionally
7 administer administering administrator advertising affecting aligned alike andy antibody anxious
7 anymore applicants appoint approaching apps ariz arkansas assad asserted assets assigned assist
7 attackers attitude authoritarian availability avert baghdad ballistic band banking bankrupt
7 barrier bashing bathroom bears beaten beef bell belonging beloved biased billed bin blake blows
7 boeing brave breitbart bridges builds burn businessman buys buzzfeed cambridge cameron camps
7 cancellation capped caps capture caravan carter catches cautious celebrates centrist chairs
7 chambers charlotte chart chase cheney chest chooses churches cipollone cites clark clearance
7 clemency climbing clothing coal collaboration communication compares competition completion
7 component compromised conceded concert concludes conducting connect conscience conservation
7 contacted contains contenders contracting contradicted contradicting controversies conventional
7 cooper coordinated corporation cotton courthouse courtroom credits criticisms criticize crude
7 cruz cry cuba cyrus damning dave deadliest debuts decisive decreased defence defiance del
7 deliberately deliberations delicate demonstrate demonstration deposition desantis deserve
7 deserved desperately detected determination device digit dignity directs disagreement
7 disappointed disciplinary disclose discriminatory dishonest distant dominate doubling downplayed
7 drafting dragged dressed drink dueling echo edges edt effectiveness elderly electric emphasis
7 emphasized employer enable engine ensures envoy episodes examined exceeds exchanged exclusively
7 excuse exited expired exploring expose extends factory fairness famously federation fema filmed
7 floats flooded foes formed fractured fragile friction frontrunner fronts gauge girlfriend glad
7 grabs gradual grocery groundwork guardian guards hails hair hat hateful havoc healing helicopter
7 hispanic horrible households huckabee humans hush icon implementation imposes inaccurate incited
7 indefinitely indianapolis indicate inequality influx inform inspired insurers intellectual
7 intentionally interfering interviewed irresponsible islamist italy jeremy jerrold journalism juan
7 jumping jumps justified justin kaepernick kellyanne kenosha kicking kicks kinds kits kneeling
7 kyle lacking lake lame landslide lasting laughing leaks legislatures lesbian lethal libertarian
7 listening liz load logistics majorities managing mar marco marie matching matthew measured meat
7 mentally messaging metal metoo midst midwest mirror misled misses monetary mothers mourning
7 movies muslims nationalist nationals ncaa necessarily neighboring neo neutrality newsom nikki
7 northeast northwest object objected occur occurring offset olympics optimism optimistic ordinary
7 oversaw overstepped ownership pac packing pardoned patient pattern paycheck penned peril
7 permission permitted permitting phoenix pierre planes playoffs pleased plot plunged podcast
7 poorly posing pot powered precisely predicts premature premiere preserve primetime principles
7 prisoner proceeding prohibits prosperity protested protester proves punching purportedly pushback
7 q qassem quarantine queen quits racially raging raids rail rampage raucous rebounds rebukes
7 rebuking receiver redacted reduction reflected refuge regardless regions rejection relatives
7 relieved researcher reserves respondents restricts retaliatory revisions revived reward rift
7 rochelle routine santa saudis savings seal seated sectors separating shaken shaking shelters
7 shielded shops shouting shutting sidelines sister situations skipping slapped slight slip
7 slipping smooths solve sounding sovereignty spat sprint stations steadily steam steer steering
7 strain strengthening stretched successfully sullivan surely surface surpassing survival tampering
7 tank teachers teases teenager temperatures tentative terminated titled topping tore torn totals
7 traders trailing trains transit trillions truce tucker turnover typical underlying undermining
7 understands unexpected unfounded uniform unilaterally unlawful uphold utility vaccinate vance
7 variants vehemently verge viable visas volatility wanting warehouse warrants warriors waves
7 wedding wikileaks withdrawn wonderful wore worrying yard youngest
8 1.3 10th 1982 1993 2.2 2.3 2000 2002 2003 250,000 400,000 50,000 5th 62 700,000 75,000 76 85 88
8 abolish acceptance accountability actor actual admission admissions admit advocate aggression
8 agreeing airing airline alcohol alito allen altogether animal answered anywhere aoc appealed
8 applies arrives assassination assured astrazeneca athletes authored authorizes awarded awful
8 baltimore bankruptcy battling belief bend blaming blown blueprint bodies boosting bought bound
8 brace bracing breathe burden ca campaigning capabilities capable caribbean castro catastrophic
8 caution chapter charlottesville choices circle closes closure collect collective confidential
8 conspiring contention controls convinced conway cook costly counterpart crashed creates credible
8 criminals criteria critically criticised crush dangers daniels darkness decrying dedicated define
8 definitely delegates depends describes detective determining devin diagnosis dig diplomacy
8 disapproval disastrous disinformation distribute disturbing dog donation dorsey douglas downing
8 downward dream earnings eating editorial efficient electrical elite embarrassing embassy
8 encounters encourages endangered epstein equality equity evenly exceeded executed executing
8 expire explanation exports extension extent failures farmers favorable fees festival finale
8 firefighters flew floated forget forgo franchise funeral gatherings gavin gears gm gradually
8 granting grappling guatemala gubernatorial gut haley hardly harry harvard heightened heritage
8 hostage humanity hurdles iconic imminent implementing incredible indicates infamous inflation
8 injunction inner insist institution instructed insulted intensifies invoke iraqi istanbul items
8 jason jewish jinping joke jonathan journey killings klobuchar kurdish label lands lawn leftist
8 length letters lewis license lieutenant lights links listen lit lobbying locations lock
8 longstanding losers lows loyal luther maintaining manage marched married mary match meaningful
8 median membership mentioned merely method mine mom mountain mounts naval nazi neither newsroom
8 nick noticed nurse nypd objects obstruct opted ore origin ouster outages outdoor outright
8 outstanding oversees pack painful paint parkland participating paso paused performing phones
8 planet pollution portrayed possession pouring praises praising precautions pregnancy premier
8 presents pressures preview probation processing proclamation producing prohibited prone
8 pronounced propaganda properties provocative punch punishing qualify quality quarters quell quest
8 racing rain rebounding rebuild recall recess reconsider reference regret relative religion rely
8 removes repair rescinded resigning resistance restart restricted retire revolution rex rick ride
8 rocket rocky rod rubble rubio scenario seasonal sections select semitic sentences sentiment
8 sergeant servers shame shifted shoots slate smashed soared soldier sole solely somehow sounds
8 southwestern spaces spotted stable stake statewide statue stayed stole stops storms stormy
8 strained stream subsidies supporter supremacy surprisingly surrender survive suspicious sxsw
8 tainted tap taxpayers tearing tears teen teeth tension ticked tightly tillerson topped tougher
8 tower tracked transform treatments trending trio troubled truck turmoil uncertain uncovered
8 undercut undermined unemployed universal unlawfully unpopular unusually vacancy versus vietnam
8 village viruses vow warp wasted weighing welcomed witnessed workplace worthy wyoming yemen
9 1,200 1990s 1m 2024 54 66 68 99 9th absence aca accelerated accomplished accurate achieve
9 achievement acosta actors actress admitting afford afghan alliance amazing anybody ar arab arena
9 array assess audit austin australia avoiding await baby bases basically battled betsy blasio
9 bloody blunt capping cent centered charity christian circles circulating citizen clarify
9 cleveland clips colin commit commitments communist conclusions consulting contender contributed
9 convictions cool copy credentials crew crews cyberattack dad damages dating dean debunked
9 deceased decried defeats defendant definition descended design devastated devastation developers
9 dinner directive dissent edged editors eighth empty en endorse enduring enforcing enhanced
9 enormous epa escape esper ethical existence expands explains extremists fame famed fantastic
9 fatalities feed fence fiery finances finishing fireworks flat flee flip format formerly foul
9 founding frame frenzy friendly fueling fundamental gary glass grassley grateful guarantee guess
9 headlines heroes hhs highlighted highlighting hinted hire hometown hopefully horrific ideology
9 ignore impacts impasse impending implemented impressive improvement incendiary indoor inoculated
9 install interfered invasion irs isolated japanese jared jet josh killer knock laboratory lacked
9 landscape lapse lays leg legislators legitimate lets liberties lindsey lots loud louisville
9 lowered lunch machines mall manafort manner manslaughter medicare mick minors mobile moderator
9 modest motive mulvaney murdering murphy myself nationally nervous newest nonpartisan nra nyc
9 observed obviously offenses operative oral orderly orlando outraged outspoken override pa paris
9 parking passenger patrick peacefully perform performed persistent personality pete pile placing
9 plaintiffs plants playoff please plunge pool porn portions postponed prayers presiding pressured
9 proper proposes protective publish purchased pyongyang rallying rand raw readers recalled
9 recommendation reflecting refugee regard reid relating reluctant remembered residence respected
9 responders restored retail revoke rewrite rice rid rioting rock rocked rocks rogue root roundup
9 routinely sad sanctuary saving scandals sealed segment sheet shifts shipping shuttered skeptical
9 smoke soleimani sometime sooner spur sticking strict sufficient surges swiftly syrian systemic
9 talent tanks teenage teens terrorists thanksgiving theft thompson tightening tired tools tragic
9 traveled treating troubling trusted unauthorized unfair unsealed unveiling upholds ups upward
9 vacant violates vocal warming wary waste waters wayne weight wh wider williams wiped wish
9 withheld wonder wound wounds wray
10 02 03 07 1996 20,000 3rd academic accelerate acknowledging acquitted adopt adopted adopting
10 advances allergy altered amounted amounts anonymity antifa apologize apology appearances
10 appointees argues arriving assume athletic bail bannon barely barriers basketball beliefs bench
10 biological boston breached brexit broadly camera cannabis cap captain cares centre champion
10 chanting climb column commented compelling computers concede conflicts consulate contrary
10 convince couples crises crushing customer dan delta denounce denying desire diagnosed dictator
10 diego directing dismisses diverse dnc doomed doug drag driven dying earning edited efficacy
10 electors emerge endorsement endorses entrance entry epidemic escalated escaped est evil exact
10 exception exceptions experiencing experimental exposure fashion fastest featured features feds
10 felony firearm fixer flights flying focusing forum fundraising furious g7 generated geneva guys
10 hamas hanging harvey hell hide hiding homicide hosting houses id impeaching improved indictments
10 industries inevitable instance intervene jacob jets jurors labeled lawful leaking lgbt liability
10 liar likes lincoln lisa loan loser martin materials md medicaid mere migration militant mo
10 mohammed muslim nasty nba ninth noon notable notes obvious occupied omar outgoing outlook
10 oversee parliament partnership paving pharmaceutical photos physician pieces pittsburgh pledging
10 portland postpone poured poverty precedent predecessors pride privilege prize probes processed
10 processes professionals promoting properly pursuit quiet raid rallied ramp ransomware recap
10 recognize recommending reflects refugees regional regulate reiterated reminder reps requesting
10 requirement resolve responses restoring restricting retaliate retirement riding risen roles
10 rolls rushing salman scientific scrambling screaming searching seasons selling semi separated
10 severely severity shadow shell simultaneously sink sits slew slide slump soar socialist
10 solutions soviet spots streak streaming suburb succeed sudden suffer survived swept switch taps
10 tasked taxpayer thirds thus ticket tighten topic tops touts transcript travelers triggering
10 turkish twist types ugly ultimate unaccompanied universities value van variety viewed visits
10 weakening websites willingness wire wis witch withdrawing xi
11 00 1,400 1.4 10,000 200,000 2004 3.5 38 49 63 77 900 absentee accidentally accusation actively
11 advancing advised advocacy africa aged ages aggressively allege amazon ambitions anonymous
11 approaches arrivals associates audio backers barrage beach bold bolton bond books bottom box
11 boycott branch breach bridge burned burning bus campus canadian canceling carbon caucuses
11 censorship census certifying checked climbed closest cnbc collected colleges competing
11 competitive complaining contagious contributions convened corp corrupt covers cyberattacks
11 cybersecurity dealt debut deepening defined deleted depending dept dip diplomats disclosed
11 disputes dominant drastically duties earned elevated elsewhere embrace encourage enemy enjoyed
11 error examine exchanges expecting explaining exploded express fighters flags fled flooding
11 forecasters forms futures globe goals golden golf gorsuch governing halting highlight highway
11 hike hole hong hospitalizations howard impeached implications imposing improvements incredibly
11 index indian indicating indication info injuring injury injustice instances insults interested
11 interesting interfere investments jerusalem kansas karen khashoggi kills knowing kong la lgbtq
11 liberals lifetime louis louisiana loved lt mainly manufacturing mate militia minorities mix
11 mounted negotiated nights npr nyt obstructing ok operatives opposes organized outlines
11 overturned overturning overwhelming pain palestinians panic partially participation patrol
11 permit pinned plane pledges plenty pop poses positioned presenting pressing principal prohibit
11 protects provisions publishing purchases pursuing quarterback ratings reacted receives
11 recipients reconciliation recount recovering regain register regulation responds restaurant
11 restrictive resumed retiring revelations reviewing ridiculous ring ripped rollout rounds rumors
11 saga samuel score scoring seventh shed shock shook shopping shutdowns silent silicon slipped
11 smaller smart sorry southwest speeches sponsored sponsors spurred squad stability steep stemming
11 subsequent summary supremacists surging surpassed survivors suspects suspending taliban ted
11 telephone therefore tony touch toxic tragedy treaty troop truly turnout urban utah variant
11 victories volodymyr wallace weighed weighs winds winners yards zelensky
12 08 09 230 3,000 52 56 59 65 67 75 abortions abruptly accord accountable accounting
12 administrative advantage airlines aisle alter apologizes application appointee appointment
12 assaulting aug award banks bbc birth bizarre bob bombing bombs booker boys brutal calendar
12 cancels carries casualties cease certification chauvin childhood chip citizenship civilian
12 clashed clears cloud coach combination comfortable command concrete condemning connecticut
12 contests context corps correct counting crack dakota database decrease defeating deferred delays
12 departments describe deserves dies dismantle dismissal distance distributed diversity dominated
12 donors drugs eager edward enact encounter engage enters everybody excited exist expansion
12 explosion extremist fault feels fighter folks forth framework french fuels gather giants girls
12 god gold gulf hailed hardest hawaii helps highs hikes humanitarian hundred immune impossible
12 indeed indictment insisting jamal jay jeffrey ken kick knocked latino lay letitia loaded
12 lockdowns looting maintain maker male manufacturer manufacturers map mention metro microsoft
12 mitt mocked mocking nobody nonfarm notified oath offense oklahoma opposite originated outcry
12 pause permanently physically pipeline plagued plant pointing primarily privacy producer proven
12 provision purpose purposes ramped ramping rating recommends reeling reflect reforms regularly
12 regulatory releasing reopened revelation rigged rises roads runs saved schedule scope secretly
12 securing seize seized selection settle sheriff ships sick slamming slavery slowly staffer stall
12 stars staying strategist struggles studies successor sun tackle takeaways technical technologies
12 teenagers testifies theresa throws touched tour towns traded trigger tumultuous undermine undo
12 unnamed veterans vp wages weakness withdrew wolf
13 05 34 94 absent abused acquittal acted ad addresses ads advisor afraid alex anthem anyway app
13 attributed author auto automatic awaiting baseless birthday brain brooklyn brother bullet busy
13 camp certified chain challenger classrooms clip collapsed collection comeback commercial comply
13 concerning condemns containing convention conviction cory counties crazy crown daniel defiant
13 delivers deployed destruction discovered dismiss dreamers edge editor elements england
13 entertainment escalate establishment expensive expression extensive fails fairly feared
13 firestorm flight flood flow founded ga gaza gift grab greg grim guaranteed gunfire hannity
13 headline headquarters highlights hired hoax hostile identify importance incumbent intent
13 investigative jackson kennedy kremlin landing larry lee legally lifted lifting maga mainstream
13 mandate marijuana melania mess midterms mnuchin mount music nadler nasdaq negotiators
13 neighborhood neil nominated nor oh opinions oust outlet outlining packed pardons participants
13 penalties philadelphia pivotal politician pose primaries promoted proof propose proposing
13 prosecution province pulls rape rarely reactions reads rebound recommend recommendations
13 reinstate remarkable remote replacing reverses reversing rich rockets roger romney route runoff
13 sale scathing scheme seconds server shake shield shoot sided solid spy staged stages staggering
13 stark stating steven strategic structure suicide surrounded tariff tenure tone tool tradition
13 trail transfer transparency tremendous tweeting unchanged unidentified viewers vision vital
13 voiced vt warrant wars weaken wealth withhold worries writer youth youtube zuckerberg
14 2005 42 57 64 abandon abuses accepting acts admin aircraft airstrikes alert alive ally answers
14 apartment approving assertion associate ball barrett bowl brad breakthrough casting catholic
14 celebrate code complicated comprehensive condemnation coney confront congresswoman consistent
14 consumers contested cops crowded dallas danger deciding delivery demonstrations derek diseases
14 divisive donations drone drove el eliminated employee enemies episode equal essentially
14 estimates examiner except execution factors federally finalized flag fury gear giuliani hack
14 handing handled historical historically hospitalized ignored implement inappropriate incoming
14 indiana infection initiatives innocent insider intervention isis jack jerry joins judges
14 judicial kevin lacks landed las learn learning link loans lone maintained mandatory material
14 mccarthy mile militants mississippi missouri narrative neighbors nonprofit normally notice
14 operating opponent ordering otherwise outline owns pages pat personally peter picking plea
14 portion privately procedural procedure progressives prospects reaches resort retired retreat
14 robust roy rudy rulings sarah sat scenes scored screen seattle seekers selected sensitive ship
14 shocked size slowing sort strongest stuff submit surfaced surged surprised suspends suspension
14 symptoms tactics traveling unique unite unlike upset usually vast visited write wrongdoing
15 1.5 33 80 accident aiming alaska analyst apologized apple apply applying appointed arrival
15 arrive assaulted attending avenue barring basic battles bear bolster borders briefed bright
15 cancer cards category celebrated cell certify civilians client combined compiled confirming
15 confusion consensus consent contrast corner corporations credibility cuomo damaged declines
15 declining describing destroy detained devices draw dubbed eligibility empire encouraged
15 encouraging estate famous fed film fly garden gathering gotten grip grown grows guide hackers
15 hadn hero hints hosts hotel ideological images instagram l leaning listed lived location looms
15 loses magazine maximum memory mental ministry minor misleading mixed momentum moore motivated
15 nato netanyahu odds openly oregon ousted outlined palestinian payrolls perfect player praised
15 presumptive prince produce professor profit proxy psaki publication punishment quit recording
15 refusal relatively repeat replaced revoked rifle rush safely sea seasonally seemingly shifting
15 shortages slam slated slowdown sprawling stolen stressed subpoenas substantial surgery
15 surveillance surveyed tag tear testifying theories threaten thrown timeline training trend
15 tribute unexpectedly updates upheld upper uproar vaccinations values vegas veto visiting weren
15 wind
16 000 11th 2001 250 58 administered ag agent alarming ambitious arm atlantic australian barred
16 beating benjamin blasey boss calm candidacy catch celebrating character chose cia columbia
16 complaints considers core covered daca deficit desk detailing detroit disputed districts dollar
16 doors downtown driver easing exercise extend extending extra falsely faster featuring fleeing
16 freeze frustrated frustration graham greater halted happening harder healthy heated hoping
16 houston illness improperly incidents inciting kicked lab limiting maine managers maria maryland
16 matt miller misinformation monitor movie native neck nice opportunities pardon plays positions
16 posting preliminary priorities projects promising property purchase pursue rallies reaction
16 recognized reduced rejecting represent resulted resulting revenue reversed reviews revive rolled
16 sentencing settlement shape sight signal somebody sparking sparks spoken spokeswoman station
16 stormed strengthen string stronger stuck suggestion tapped televised timing tiny trials type
16 urgent usual violate vs windows younger
17 2,000 2006 2007 2011 36 4th accuse admits advocates affair anchor appropriate assessment attend
17 bader bars bay blast bombshell brand buildings card channel charging checking clearing clinical
17 compete confident consideration crossing crowds cycle damaging denounced desperate differences
17 dire display divisions dramatically draws dropping earth effects endorsed ensuring erupted
17 ethics eu eventually expressing eye filings firms fit fla flynn followers foundation frequent
17 frequently fun german ginsburg grow heels hopeful hunter immunity imports india intention
17 interior investigated jon judgment lasted laying letting lied located manchin massacre meetings
17 meets minimum model monthly negotiate offices ones opposing pacific payment payroll pending
17 policing protesting provides qualified races rapid registration reputation reviewed rhetoric
17 rioters rips ron ruth schiff setback slowed software solution speaks spot stalled stance
17 standoff stem stopping strength strip successful suing supports surprising tape taylor tennessee
17 thanks threshold title tracking transportation turkey typically unanimous unity unknown web
17 weigh whatever whistleblower winter wuhan zero
18 2022 43 abroad abrupt accuser alarm applied argue asia assembly attended axios background badly
18 behalf ben biontech blog bomb cable celebration ceremony christopher clock collapse complained
18 confrontation consumer cop correspondent cortez crossed cyber deportation destroyed develop
18 digital diplomat distribution eastern emissions estimate expect experience experienced exposed
18 factor fatal favorite feature fights files filibuster fill filled finished gap gay girl gmt
18 governors hampshire happens harsh hollywood ideas ii improving industrial inspector intends
18 interim interviews jen knee locked machine managed messages mexican mind narrowly nearby nears
18 negative networks nominees ocasio op origins overseas overseeing pact peaceful peak penalty
18 presented procedures product projected proved providers pulling radio ranking refusing
18 registered represented represents republic requests respect restaurants retaliation rivals
18 roberts rolling russians scientists scott sentenced sexually siege sixth sound spotlight
18 staffers standard steady submitted sues talked text tight tomorrow towards treat uncertainty
18 underway user virtually voices volatile vulnerable wealthy weather zone
19 100,000 37 39 47 53 adult advanced aftermath audience bar bigger bitter brian briefly cars
19 challenged chances choose chosen christine christmas circumstances cold collins commitment
19 conclusion consecutive contacts contract conversations cooperate counted crackdown customers dc
19 deemed defensive dem difference disclosure discrimination dose enforce equipment feb ford
19 forecast gender generation grounds handful haven illinois image indicted intel invited
19 involvement language legacy legislature london marine missiles nature negotiating numerous older
19 owner paper partners pledge posed predecessor promote proposals prospect puerto raises refuse
19 researchers resident responding revealing rico secured shocking shooter signaling silence sit
19 sold st stone struggled suggest susan sustained table thomas tie tim traffic valley watchdog
20 1st 2nd 41 46 addressing adjusted advisory agrees alleges alternative analysts billionaire born
20 brings brown brutality chicago church color commissioner confronted connected covering creation
20 critic customs de debt declare developing divide dow duty easier economies eliminate
20 environmental essential existing fan feeling fewer fierce firearms fuel fueled gained hacked
20 harm ice iii infected infectious institutions jersey jumped kingdom knows milestone modern
20 monitoring net nfl nominate objections overcome passage permanent photo pictures places prepare
20 pressed prompted ranks rapidly replacement requirements reserve reversal runner rushed science
20 sean significantly simple smith society soldiers square stakes stepping stories suffering sworn
20 terror threw traditional unanimously vehicles vermont virtual warren wear wild window
21 0 51 active activist alexandria appearing arabia asian aside attempting awaited aware backing
21 balance bias buying carrying chaotic colorado commerce completed complex condemn confidence
21 crash demanding departure detention devastating dhs drama eligible enacted eve example
21 executives explain extreme facility fail feud fiscal fix footage france freshman husband
21 identity independence interests issuing japan league looming moderna montana mrs natural navy
21 overwhelmingly park percentage personnel practices reading recession recovered restrict risks
21 sens settled signals specifically starts stepped stretch supplies suspend swift tom turns
21 unconstitutional unit usa voice welcome
22 150 400 44 55 accepted adam angeles arrests attacking begun blood boy broadcast built campaigns
22 caucus causes classified cooperation counter culture debates declaring defeated discussion
22 easily easy elizabeth embattled emerging emotional eric exit expects explosive facts falls
22 fatally findings follows foot gen germany grants greatest hacking heat heavily hunt initiative
22 institute integrity korean lashed leads lengthy lie lift los margin miami mistake mounting
22 newspaper original picked priority proceed professional proud punish pushes radical rebuke
22 recover reducing regulators removal removing requested restore sector seem sell showdown
22 suddenly supporting suspended terrible tested testified throw touted tries ukrainian uses v
22 vowing wage weak
23 1.9 2009 afghanistan allegation asylum atlanta beijing blames breaks cancel canceled captured
23 causing century clearly coalition cohen com comey common connection construction contact costs
23 courts cutting dark deeply disappointing else entirely extended fauci female founder funded
23 grant guidance harassment hitting homes hosted investment investors kelly kentucky lockdown lose
23 midnight missed moderate msnbc obstruction oppose participate particular physical pledged plus
23 poised polling population refuses representing resigns ryan scores sept shootings simply
23 sometimes sports storm subject supposed swing thank totally transgender undocumented urge
23 violating waiting walking website withdrawal worry
24 2013 600 addition affected airport ambassador angry argument billions blasts britain broader
24 bush certainly challenging committees computer confirms criticizing demonstrators detailed die
24 direction employment enter environment escalation establish extraordinary eyes fda fine finish
24 games goods google hoped hopkins housing ill immediate imposed income informed insurrection jim
24 johns keeps lawsuits longest miss mob normal players pointed politico prepares reelection
24 referring regime regular remember repeated requires respond resume sends stores thinks throwing
24 trading treated trouble ultimately unclear unless verdict violation violations walk watching
24 worker worried writing
25 1,000 48 activities addressed adds advisers aired amy apart blue broken circuit clashes closing
25 club credit deals defending degree diplomatic distancing ditch draft drawn ed established
25 estimated extremely fair gone handle helping holds immigrant inauguration introduce landmark
25 larger launching leak maybe mccain memorial mission nevada none ny oct opposed outrage oval
25 oversight pleaded reject requiring resignation reverse sharing shown signaled sites statistics
25 sue tally va various videos
26 45 abortion accept adults advice alabama amount anniversary annual army association battleground
26 behavior carry chair cleared coast complaint concluded condemned condition contentious dealing
26 declares delivering disaster discussed discussions division escalating fallen falling fallout
26 filing football hall hiring honor hurricane impeach increasing israeli kids land losses
26 minnesota motion ms noting onto organizations originally overturn owned piece platforms pompeo
26 praise predicted pretty prices production prompting questioning ranging resigned riots row
26 sanctions section sessions speculation spokesperson stated striking struggle stunning supported
26 surrounding temporary trust unable understand unusual views warnings withdraw word works
26 worldwide
27 affect aims arms authorized blamed book cabinet car carried cbs charles clash collusion
27 consequences couldn cross curb deadline dealings dec deny detail drawing entering expert
27 facilities fans fate file fought g generally grew guidelines impose islamic jong jump lady
27 lowest massachusetts moscow obtain offensive opens option owners partial partner paying phase
27 placed possibly products quick racism responsibility sales saudi scale seeing severe shares
27 slightly spend stocks store suit super suspected teams tehran temporarily terrorism truth
27 unveils viral winner written
28 2010 31 70 absolutely approximately arguments becomes becoming blocking buy clean closely
28 contain conversation corruption couple discussing document doses driving drops ease engaged
28 expanding faith feet francisco gains granted guy handed improve increases injuries intense iraq
28 island knew markets meanwhile midterm missile moments poor posts presence presidents produced
28 progressive prosecutor pull puts questioned racist reasons referred regulations religious roll
28 seats separate seriously space spike stephen strongly ten testing theory thinking urges vladimir
28 warn weapon
29 2012 2015 32 accounts african agents aggressive aim alongside bank banning beat begins bills bit
29 canada cash compromise declaration developed expectations form h herself hospitals jail johnson
29 knowledge layoffs lies looked migrant particularly patients pfizer picks poll practice protected
29 quite releases resign sense speed stands success sued targeting territory tests treasury
29 vaccinated vehicle winning wisconsin wounded
30 accuses acknowledged al alleging analysis articles backs basis benefit capacity changing chris
30 colleagues conducted constitutional content daughter decisions doctor dramatic exchange fifth
30 forcing gathered gunman guns hasn iowa joseph kim launches lawmaker main masks memo narrow
30 outcome overnight prove range reaching recommended search sees sitting specific spring strategy
30 style suffered syria tonight twice unrest unveil victim vows wait
31 35 anger arguing assistant attempted attorneys brief british cited confirm congressman contest
31 controversy corporate coverage doctors effectively emails expanded green heart heavy illegally
31 journalists laid leaked manhattan mean meddling miles names northern note ohio performance
31 politically proceedings protections rates reduce renewed returning reveal richard road sharp
31 student systems tense tied walked western witness
32 2008 areas banned bans class counts decline directed double explained failure governments hate
32 heads hurt insisted journalist king management mask occurred options overhaul perhaps pre
32 preparing preventing promise quarter ran repeal signature someone spreading standards status
32 subpoena suggests supply uk water worse
33 23 activity applications approves arrived article asks barr continuing crucial cuts defeat
33 domestic drive email ensure exclusive feel felt finance firm friend gain grand guard hot
33 individual k kamala mail meaning michigan missing noted picture politicians promises putin
33 putting seems sex steve stood suspect taxes tens terrorist wearing
34 200 2014 abc affordable arizona assistance bloomberg broad commander conflict delayed demanded
34 democracy dispute doubt economists education employers exactly happy healthcare infections
34 israel losing manager mother pace pence profile research resources revised serving slams talking
34 vaccination version veteran violated willing
35 anyone aren august authorization backlash conservatives decide defends entered fires indicated
35 influence jones kept living minneapolis opponents parents problems rare reporter rescue scrutiny
35 secure seemed sets shouldn streets surprise targets tariffs task via wouldn
36 500 admitted ballot believes blocks citizens completely concern concerned creating determined
36 drew europe fear field finding hearings internet lack misconduct obamacare offering payments pm
36 powers prominent reality recorded remained remaining sharply signing sparked standing struggling
36 study suggesting technology terms triggered turning yesterday
37 90 affairs alone appeal blasted conditions conspiracy cover goal heading iranian jobless journal
37 lying marked mid oil opportunity overall path playing protecting region reopening rival scandal
37 split straight strikes survey television upcoming weekly wife yes
38 300 abuse accusing agree amendment approve changed closer committed communities council
38 dismissed divided entire expand intended involving keeping light love passing peace platform
38 progress returns reveals scene slow stopped unlikely users victims wave whole witnesses
39 21 27 28 announcing armed attention base blame compared complete considered fast father
39 identified initially introduced jeff ky lawyers longtime meant murder operation positive
39 provided rising shut speak testify updated
40 add always anthony apparent bernie combat comment communications convicted defend emerged et
40 fellow finds firing follow harris hospital inc kill limited limits mostly possibility raising
40 reason receiving rejects relations removed slammed threatening transition urging watched whom
40 widespread
41 26 29 actually advance age apparently arrest attempts below beyond cannot cause ceo challenges
41 chaos checks child damage denies failing focused formal individuals jury korea legislative o
41 outlets paul popular present pulled relationship responsible riot save sentence targeted
41 threatens update view w ways wing
42 b body career commission constitution deep doj dozen freedom fresh hear investigators joining
42 launch liberal loss novel october prepared price racial read red tough worth
43 accusations anticipated appeals appearance argued attacked crime custody david dropped f fears
43 floyd friends gives holiday interference itself justices kavanaugh learned linked nbc necessary
43 nov outbreak pair project refused required seat throughout town
44 2021 40 asking ballots conduct controlled decade delay ends events fake goes halt hand headed
44 industry levels limit nationwide non offers operations played polls programs receive responded
44 returned send summer trip upon vowed
45 activists ask brett bringing capital cdc cities confirmation created currently declined demands
45 designed electoral especially european favor figures hands happened helped insurance internal
45 investigating migrants needs pentagon planning probably problem providing regarding require
45 residents tells track words
46 22 answer consider cost date e elected employees figure followed happen huge impact
46 infrastructure investigations join middle opposition pennsylvania rather recovery repeatedly
46 replace representative room san schools season serve stock toll voter warns wins
47 2019 above aides allows bureau crimes crowd dangerous difficult either gas handling increasingly
47 joint marking marks parts reopen seeks self served share shared shift similar starting strike
47 threatened
48 aide anything briefing caught climate considering determine formally hits newly rest travel
49 appear approach authority cast create door east fully funds game georgia growth higher holding
49 interest obtained period prison promised rejected reporting shots stimulus telling un weapons
49 william
50 andrew beginning check count direct faced february idea moves parties phone prevention raise
50 seek statements target treatment unveiled wanted
51 agencies allowing announce approval believed chuck deputy development dollars effective
51 expressed ground independent jr movement remove secret sending session site situation students
51 themselves thought wasn
52 agenda chance defended fighting guilty nations points proposed protest schumer troops
53 17 acting allegedly carolina directly dozens facebook giant incident includes iran j joined
53 potentially recently spokesman star summit tensions widely worked
54 13 available average barack chamber december floor fourth fund hillary kind negotiations pro
54 round sanders son sure true virginia
55 18 2017 60 although arrested avoid budget course everyone heard injured leaves men named ongoing
55 passes position reform roughly shutdown spent stand struck ties wide
56 build centers choice co county criticized deliver dems everything forced investigate lines
56 measures minute nine opened records resolution shortly steps vaccines violent worst
57 16 additional blow breaking energy false find forces homeland increased laws offered paid
57 powerful prosecutors september test threats y
58 claiming drop highly james jan largely met moment network nuclear pushed remains rule sides
58 tweets urged visit wrong
59 24 ability chinese discuss launched matters showing source sweeping tell testimony
60 2018 boost citing demand dr important looking minutes started suggested surge young
61 account effect looks mayor page publicly setting
62 bad benefits board changes closed daily food hopes human initial mitch per prime protesters
62 pushing safety saw thing unprecedented
63 critical delivered denied documents families focus front gets giving highest immigrants inquiry
63 offer often prevent spoke talk watch
64 14 college hour lawsuit mcconnell pick rally reuters tech tried turn tv
65 actions caused certain included moved officially partisan politics protection rose safe ukraine
66 adding associated backed blocked drug ex hope isn orders play result serious sources together
66 trillion wake
67 broke deaths described different instead judiciary lawyer michael minority prior risk story
68 brought civil fraud involved lower previously scheduled street
69 able allies bring gun lives nothing online raised restrictions sexual signs
70 minister ready single
71 appears facing finally hill inside international opening quickly union
72 allowed am break charge continues decades fell live lot me message numbers posted reach request
72 rise side stay turned woman
73 announces challenge critics free longer makes mueller policies primary rate real warned
74 central ending having illegal include ordered review something
75 adviser building candidates clinton era fall financial however leadership leave protect small
76 access calif community details done eight hard ll means revealed warning
77 25 area attempt charged proposal term
78 better businesses deadly decided experts familiar growing host list nancy officers panel
78 speaking strong
79 april criticism doing pelosi planned sought southern stage tweet unemployment
80 approved became believe hearing large mexico moving name officer services short university
81 historic november private really service trade west whose
82 9 chairman criminal governor hundreds killing medical
83 agreed claim faces george largest letter low mass member pay presidency
84 50 air allegations controversial event florida gave needed package representatives robert
84 speaker supporters
85 100 companies continued disease immediately labor leaving organization tax
86 biggest countries declared jobs mark nomination question ruled total
87 block ended groups lost significant trial try
88 aimed assault foreign half mike opinion series spending
89 aid best each failed filed global issue spread voters your
90 8 ban counsel cut fbi getting n protests published received ve
91 current elect let massive measure provide remarks takes went
92 ap authorities bid charges elections enforcement fired level previous shooting women
93 7 c claimed fire little ruling sent talks things
94 15 himself line market multiple relief senators texas thousands
95 30 children immigration return staff
96 address announcement appeared battle bipartisan crisis district emergency forward given january
96 june near seven threat
97 fact gov reached using
98 attacks begin concerns leading meet taken tweeted
99 doesn ever evidence funding local remain voting
100 conservative died future outside release results sign think violence
101 comments give personal pressure school system these vaccine working
102 12 further intelligence july point seen south trying wants within
103 agreement look matter push role running shows
104 close though victory
105 got
106 allow almost black china executive great must p seeking showed toward workers
107 alleged dead head
108 anti pass
109 become money others signed soon
110 11 billion might reportedly
111 along keep never questions shot
112 based candidate continue evening increase interview lead millions
113 among debate enough held hold passed probe
114 4 program voted wall
115 capitol information process rights
116 clear family impeachment related same see
117 6 agency care didn issues known senator third
118 center conference job start virus
119 california full issued north russian step
120 afternoon behind coming less man weekend
121 20 defense due potential
122 5 once want
123 added person race record too wrote
124 economic
125 away judge life
126 does win
127 began put
128 every
129 force open run special
130 few my senior
131 2016 asked final know rep video
132 john need past speech
133 meeting until
134 director good home rules
135 accused economy nominee percent six stop taking votes
136 obama
137 cases such
138 reporters team
139 ago change key
140 history
141 3 already fox killed vice yet
144 company data show
145 border
146 later legislation march
148 congressional five
149 don fight social
150 business war
151 city control found then
153 action calling efforts military power
154 response
155 2 confirmed order possible
156 place
157 cnn legal
158 comes twitter
159 democrat old
160 1 attack recent work
161 effort majority russia
162 10
163 led own
165 r
166 used
167 hit policy
168 again go
169 call face far supreme
170 big hours sen
171 ahead post very
172 making
173 calls come latest today
174 left likely
175 going
176 police
177 help
178 leaders least without
179 death here plans won
181 despite earlier
182 act attorney use
183 official
184 re
186 much times
187 group
190 across right
191 deal four
192 members
194 claims several
195 late
196 well
198 took
199 case committee part
200 investigation number reports
201 whether why
202 came lawmakers
203 around major
204 leader nearly secretary
205 gop
207 america second
208 chief
209 saturday
211 general plan
214 another
215 press
216 support
218 justice
219 nation
221 did way
222 2020
223 those
224 months through
225 million weeks
226 m
227 high
229 like
230 party
233 mr
234 media only world
237 long you
238 released security
239 our
240 statement
241 following
242 early
243 both decision
245 many
247 expected where
248 any set sunday
250 month
251 health
253 because them
255 saying
257 morning
258 amid law make
261 do next she
262 bill
263 americans reported
264 york
265 move
266 get
267 still
269 say
270 end pandemic vote
275 covid
277 office under
279 should
280 court
282 off
283 night
284 political take
287 public three
288 d including
290 being congress
292 between days
294 19
295 report
300 her
301 top
306 even
309 since
311 years
312 republicans
313 called
319 american
320 presidential so
324 campaign
325 joe
328 national there
334 how
336 most
340 department
341 government
342 made
346 back
351 may
356 country
359 if washington
360 can
361 united
363 senate
365 coronavirus
369 down now
370 also
371 biden him
372 while
377 told
382 officials
385 election republican
394 federal just
396 democrats
400 democratic
413 i
415 day
416 time
421 some
430 other
432 friday
438 week
441 announced no
451 before
452 we
453 news
458 when
459 former
471 what
476 all could thursday
479 administration
488 states
490 wednesday
495 state
496 during
497 according
499 or
503 year
509 last
517 monday
530 us
544 says
550 white
555 tuesday
561 against
567 people
571 than
572 into
575 were
587 two
590 they
603 t
604 first
607 up
617 one
631 been
632 out
634 its
648 had
661 would
668 which
672 their
683 more
744 house
745 about
747 this
826 over
839 who
863 not
867 but
879 are
891 new
904 donald
972 will
975 have
991 u
1079 he
1096 be
1130 after
1152 his
1226 was
1230 has
1270 it
1281 an
1285 at
1295 said
1363 trump
1395 by
1405 from
1454 president
1539 is
1574 as
1602 with
1989 that
2000 for
2203 on
2266 and
2282 s
2304 in
2356 of
2399 a
2435 to
2465 the
"""

COUNTS = {
    word: int(count) for count, *words in map(str.split, _TABLE.splitlines()) for word in words
}
