"""In how many of 10,792 news articles each word stands.

Counted by benchmarks/train_grouping.py, changed by nobody else.  Rarer words are left out.
"""

ARTICLES = 10792

# A count and its words, a line each.
_TABLE = """\
6 0.9 1,300 1.1 1.2 1.6 12,000 129 1619 176 18th 1963 2.25 2.6 21st 266,000 306 4,000 500,000 52nd
6 6.6 6.9 61 7.3 7.6 78 79 81 82 83 87 95 abbas abraham acc accidents achieved acquired adapt
6 admired adventure advocating affirmative agile agricultural airborne alan aliens alternate
6 amendments anderson angrily announcements anticipate antony anytime appalling appropriated arians
6 arresting arsenal artillery arts assange assertions assisting assuming asymptomatic attendees ave
6 avenatti averaging awaits awareness awkward baghdadi barbara bargaining barricades bashar
6 beautiful bed behemoth beleaguered belgium bensu betrayal bilateral biodiversity biotech
6 biotechnology bipartisanship bishops blagojevich blanket bleak blinken blistering bones booed
6 boosts bounced bounties bowing braces brandau branded breakfast breath breathing brokered
6 bruising bst buckingham bugs bunch burr buses bytedance caliphate canned cannon capt careful
6 carlesimo carpet carriers catastrophe catching cautioned cbp cellphone censor ch champlain
6 charger charleston charter cheap checkers cheered chp circulated clarification classes clerk clot
6 clout coincidence collateral collecting collectively colluded colony columnist comedian comfort
6 commonwealth compel con concession conducts confidant confinement confronting confused
6 congratulations congressmen constantly consume consumed contempt continent contracted contractor
6 contractors contributing contributors controlling converged convict convincing coordinate
6 correction correspondence corridor countdown countless covert cqb craig crap criticizes crossings
6 cruise cult cummings cure curtail dabney daylight ddos dealers decency defying delegation delete
6 deliberate deliberation delight demonstrated departed departing departs dependence deploying
6 derail description desert destructive developments dianne dictate dictatorship dipped directives
6 directors disagreed disclosures discouraged dismissing disorderly disperse disproportionate
6 disrupt disrupted disruption dissenting distinguish distributing diverted divides dividing docs
6 dogged dominic donate doubles doubts downplaying drafted drank drastic drivers dug dumped durham
6 dustin earn earners eclipse ego elects eleven elianita eliminates eliminating elusive ely emanuel
6 emboldened emotion enabling encountered engaging enrollment enthusiasm entities eua evans
6 everywhere examining exarchia excellent exemptions exists expectancy extinction extraordinarily
6 fantasy favors ferguson fetal filling finger fisa fixing flanked flatly floating floods flown
6 footing forceful forefront forthcoming frankly fraudulent fraught frisk froze frustrating ftc
6 fulton fundraiser furor gaining garnered gazans gazette gdp generate gilead glitches gordon
6 governmental gps grabbed grace graduate grapple grave greenwald grill grounded guests gunmen
6 habits hammered hampered handgun harass harbor hardball hardline harvesting hassan hats haul hd
6 heather hedge height herald hid hilton holy honored honors hood hopefuls hostilities hourly
6 housed household howell hoyt huawei hutchinson hype ibo ie6 ignoring impacted improper
6 incarnation incorrectly independents industrialized influenced informal informs innovation
6 inoculation input inslee instituted intensify interagency introducing invitation isolation
6 jabaliya jamie jenna johnny juneteenth jussie kagan kathryn keith kent kiir kirstjen klux ku
6 labels ladies lago lashes lashing lauer lawson legality lessons leverage lifts limbaugh limbo
6 lineman listened listing lobbyists loeffler logged loosen loves lowering maduro mandated
6 manufacture maps margins marines marjorie marshal marshall matched matchup math mayoral mazie
6 mcafee mcgahn meadows meantime megyn memoir memorable methods mexicans mgm midday militias minded
6 minn miserable mistakes misuse mitigation mocks mogul mohammad monitored mozilla mps mrna
6 murderers museum nashville nauert navigate niaid nicholas niyazov nominating normalcy
6 normalization notion nowhere nvidia oakland obsessed obstructed offshore okla oldest ominous
6 operates orange outlaw output outweigh overrides overshadowed painted papers parade parent
6 parliamentarian participated patience pcs perceived persian petition pharma phased philanthropist
6 photograph pickup pipelines pistons pitch pitched pitting playboy pleads plotting plunges pockets
6 pointer polarizing polled pompeii portfolio powell ppp practically prayer predict premiums
6 preparations prevented prevents print profits programming projections prosecute prosecuted
6 prosecuting provoked prude pruitt publicist pundit purchasing pure pursuant quid raced raft rage
6 rahall rams rashida ratcheted ravaged raymond reade reagan realistic realized reassure rebellion
6 recep reception reckless recognizing recordings recounts recovers reduces refinitiv refrain
6 regarded rehabilitation reign rein reins reliance relied remark renew renewing renews reparations
6 repealing replied reproductive rescinding resorts respective respectively rests resurgence
6 retweets revoking revolt ricochet risking rite river rnc robbed roe rogers ronny roosevelt roots
6 rosenstein rosselló rowland ruin rulemaking runoffs rushes sacramento sagan salaries saparmurat
6 satisfied schultz sci scrap scrapped script scully selecting semitism separations serves sexism
6 shakeup sham sheltering shielding shouted sicknick sideline sidelined skepticism slap sleeping
6 slips slows smartphones smashing smollett smuggling snaps sneaks snyder sonia sorts sounded spain
6 spate specialist specify spectrum spicer spilled spreads stabbing stanford starbucks starred
6 staunch stave stephanopoulos stern stiff stopgap strange strategies stroke stuffed subsequently
6 substance suburban suited sunnyvale suppress suppression surveys swan sway switches symbol
6 talented tapping teaching teasley tent thanked thorough thoroughly thoughts thread tips tlaib
6 toss totaled touches tourists tout tracing transferred transformation transparent trends triple
6 tropical trudeau tumble tumbled twelve twin ui ultimatum unaware unbeaten unconscious
6 underscoring unfairly unfolded unfortunately unified unofficial unrwa unsuccessful unwanted
6 upended upheaval uphill utterly vacated vacation valid valukas vigorously visible vitali
6 volcanoes volume voluntary wade walker walks warner warnock wartime weisselberg wheelchair widow
6 wielding wilbur wilhelm willie wine wishes wittman woods workaround workloads worsen worship
6 wounding wrapped wraps wsj yovanovitch z zients
7 0.3 04 1,500 100th 108 1080p 130,000 139 14,000 15,000 1979 1987 1991 1994 2.7 205 20th 212
7 25,000 288 30,000 300,000 350 440 911 abandoned abusing achievements acknowledge aclu activex
7 acura administrations administrators adolescents affiliated agitators ain ala aligned alike
7 altercation ambush ankara ann anxious appointments arctic athletics attendance authoritarian
7 autumn availability aviv az bailey ballistic bang barnes bashing bedminster benchmark benefited
7 bennie berdymukhamedov bigotry billed bireun boards bodiford bombers booming boos boulevard
7 breakdown brilliant broadcasting brussels buckley bulletin buried burns burst businessman
7 buzzfeed bypass cake campuses cancellation cautiously cbo celebrates chad chairs chairwoman
7 chambers chapel chart chase cheering chubby cites clad clause climbers clinics clintons coffee
7 colbert coleman collaboration columbus commits communication companion companions comparing
7 completion component continental contradicted contradicting controversies convene convicting
7 coordinated cores cornered corners coup crafted criticisms criticize crowley cry dalembert
7 damning darkest dayton debacle deborah decisive declassified decreased deeper defendants defender
7 defiance definitive delaware deliberately delicate demolished demonstrate depression deserve
7 deshawn designate desperately disability disagreement discipline dissolve distant downplayed
7 drafting dragged dragging dress dressed drilling drink drinking dual duck dunk dwi eagle echo
7 economics effectiveness eldest electronics elijah ema emphasis emphasized employer endangering
7 endless engineer engineering enterprise envoy episodes espn ethnic evade evaluate examined
7 exceeds exchanged exclusively excuse execute explore exploring explosions expose exposing
7 famously favourite federation feinstein fiction filmed financier fiona flaws floats floored
7 flurry foe foes fossil fractured freed freeway friction frontrunner fronts fumbled gallup garbage
7 garrard genghis gibbs gillum gina ging grabs gradual greeted gregory groundwork gunned hacker
7 hails hamstring handcuffed handguns harlem hat hatch helm hirono homeless hospitalization hugh
7 hung hypocrisy idaho improves incest incited indy influx inland inspired integration intentional
7 intersection interstate intervened irresponsible islamist ivanka jabs jake jeopardy jokes jumping
7 kanye keiwan kerry kicking kits kkk labs laci lacking lafayette lampahan lasting laughing
7 legalize legislatures lending levine licensed likud lineup lists lng locke logistics logo looters
7 lynching madness majorities makers mandates manipulated manokwari manuel marjory marriage marty
7 matching meals medicine memos metoo midst midwest milk misled misses moms monetary monuments
7 moratorium mountains msft multi multinational murders mvc nationals nazis necessarily nerve
7 newman nielsen nile nobel nugroho occurring openings opt optimism organisations outage oversaw
7 overstepped owen oxygen palace panicked paralyzed paramedics parody patriotic pave payer pays
7 penned perdue peril perry pertaining philip phillip phoenix phony pin pioneer plainclothes
7 planets playbook plosser plunged poland port pound precisely predictions predicts preexisting
7 prescription principle prisoners probing proceeding productive programme prohibits prompt
7 prosperity protocols proves provisional provocation pump punching punitive punt purportedly
7 pursued purwo pushback q quarterfinals quo quoted rabbi racially raging ratliff raucous rear
7 rebukes rebuking redfield reduction reflected regions reigning reince rejection relationships
7 remdesivir reorganization repealed rescued rescuers residency retained retract retweeted revenge
7 revising revisions revived rhode ricardo rift rochester rode rollback rooftop rory routine
7 runners rural rusher salvage sample sandy schenectady sciences scorched scottish scrambled
7 screamed screens seated sectors seeded segments seizure separating settling shareholders
7 shattered shelter shipped shortage sidelines sinks ski skip slain slapped slash slave slight soft
7 solar solve sounding spanish spare spat spin sponsor spray sprint stade starring startup statues
7 steadily steam steer steyer stoneman stranger strictly strzok stumbled subpoenaed suisse surely
7 surpassing suryani sutopo swalwell tackling taradise tayyip tel temple terry texans thwart titled
7 todd tokyo topping totaling touring trailing trains trapped tree tremor trips turnover ty typical
7 unacceptable undermining understands undisclosed unexpected unexploded unfit unleashed
7 unnecessary unsure uphold urgency usps utter vaccinate vandeest vehemently verge viable vinatieri
7 volcanic waged walensky waning wanting warm warriors wash welfare westeros whereabouts woodward
7 wore wynn youngest
8 051 1000 106 12th 1980s 2,290 2.3 220 235,000 270 3.1 352 4.2 49ers 67th 69 6th 700 academy
8 accomplish accomplishments aces actual additionally administer advocate agreeing albany
8 altogether andrews antibody antiviral appealed appoint apprehended approaching ariz arsonist
8 arthroscopic artino asserted assets assigned assist ati attitude authors bachelorette battling
8 beaten beaumont belief belonging beloved bernard bet biased binding blackface blaming bluejays
8 blueprint bobcats bomber booster boosting bought boundaries bracing brave brazen bromance builds
8 bulldogs burn cameron caps carrasquillo catherine cautious celebrity centrist chemical cindy
8 circle classic classroom clinched closes clothing clots col colleague collect collective comedy
8 commentary commentator compares compensation completing concludes condo conducting congratulate
8 congresswomen connect contacted contains contracting cooper coordination cornerback correctional
8 councilman counterpart craft credible credits criticised crush culmination custom dairy dams
8 dated decrying dedicated defamation defect degrees delaying deliberated deliberations density
8 deployment des designer detected determination devolved dig dignity directs disagree disappeared
8 disapproval disastrous disclose distribute dolphins dominate donor downing downloaded downward
8 dueling edition egypt elderly electric elementary eleventh elite embarrassing emirates enable
8 engulfed enrichment ensures erdogan errors evacuated evaluating evenly evers exceed excluded
8 excluding expertise expire expired explanation exploiting extends extent fairness fi flew floated
8 flooded forest forever forgo formation gaetz gaskin gears gene generations glacier granting
8 graphic graphics grappling greene guardian guarding gut hardly hardware harmed hawley healing
8 heightened helsinki herd hires holidays honda hook horrible households hunting huntsville hut
8 icon imminent implementing imposes inaccurate inch incitement indicate inequality inexperienced
8 infamous innocence innovative insane insulted intensifies intensive interceptions interfering
8 interviewed irish irregularities isolating jab jams jean jews jimmy journalism jumaane jumps
8 justified kate katie kempthorne khartoum knocking kordofan kroon lame laptop lebanon leftist
8 length lennox lesbian libertarian lieutenant lights links listen listening lit locker
8 longstanding lori loyal lung mac mainland maintaining manage managing married mary masked mattis
8 mayorkas measured median mentioned merkel messaging metal metres metropolitan mild mirage
8 mitchell moffat moines moral mothers motives mounts mourning muslims negotiator neighbor
8 neighboring neither newton nightclub northeast northwest nyse object obstacles obstruct occur
8 offerings offset opted optimistic ordinary outdoors overtime oxford packages pagano painful palm
8 papua parks participating passwords paused perimeter permission permitted planet plastic pleased
8 poorly portrayed pot potter pouring praises praising precautions preference premature presents
8 pressures priebus primetime principles prisoner produces producing prohibited propaganda
8 protested publisher punishing punts purple qassem qualify quest quote racing rancho rank
8 ratcliffe ray rb redacted reference regardless regret relevant rely remainder removes reopens
8 representation rescinded reserves resistance respondents restricted restricts retaliatory
8 revenues reward rochelle rocky roofs salva samsung saudis savings scenario scientist sections
8 sellers semiconductor sentiment separation settlements shaking shame shells shielded shifted
8 shoots shoulder shoulders shuts sierra singapore skipping sky smooths sole solely somehow sounds
8 southeast southeastern southwestern spoiler sporting spotted sprained stabbed stable stacey
8 statewide steel steelers strengthening strengthens studio stunt succop surfside surprisingly
8 surrender surrendered survival sweden switzerland tainted tap teammates tears teeth terminated
8 tmz tore totals tougher tracked trans transform transmission transport trending trillions trio
8 turmoil tweaks uncertain uncovered undercut underlying undertaking unemployed unfounded
8 unilaterally universal universe unusually utility valuable versus vetoed vetoes villages virology
8 visa volatility volunteer vontae vow waited walkout weighing wet wildfire wilson winfrey
8 withdrawn wreck x86 xeon xl yang yellow
9 01 14th 170 1956 1992 1m 226 25th 404 5.8 76 800 85 92 96 97th aaa aaron aboard abu accelerated
9 accusers achievement adams administering administrator admit admitting adoption affects
9 aggression airing airstrike alerted anarchists andy anywhere applicants appoints ark arrives
9 ashgabat assassinated asset assists assured authored authorize autonomous avert aviation avoiding
9 awarded awful baker banking barrier barry baseball basically belt betting biologists blessed
9 bloody blown blunt bombed bound brace breitbart brennan brick buford bump burnsville buttigieg
9 capabilities capped capture carlson chancellor chanted chants choices churches circles clarify
9 clemency click comparison competition components conceded concert conclusions conspiring
9 consumption contenders contributed conventional convert convinced coordinator costas costly
9 countered coverings criteria critically dangers darkness daunte decried definition delegates
9 depends descended describes deserved devastation device directive dirk disciplinary
9 discriminatory dishonest disinformation dissent disturbing dog dominance drake drinks echenique
9 encounters enduring enforcing engagement english epic equipped escorted ethical evaluation
9 evangelical explains exploits factory famed favorable feed fees feldman finishing fixed flatbush
9 flip florence forensic foreseeable formed formerly frame frenzy fringe fruit fueling fundamental
9 garage gerrymandering goldman gradually gross gubernatorial guess haaland habitat hair halls
9 hammer hateful highlighted highlighting hillis hinted hispanic hopefully huckabee humans ignore
9 impending incorrect indoors infiltrated inform injection injunction inner insist institution
9 instructed insurers invest irma janet jerrold joique jul julie junior karamanlis keefe kemp kicks
9 kilometres kinds kneeling knife lacked lake landfall landscape lapse lays lethal leukemia
9 locations losers lots loud lows luxury malcolm malibu mcallister meaningful meat merely method
9 mine mirror misdemeanor mosque motorist murkowski nafta nebraska newsom nichols northam nunes
9 nurse objects offender olympic omaha ore ouster outdoor outspoken oversees overturns packing
9 panels permits permitting persistent pilot plaintiffs planes plates plot portions posing preserve
9 presiding preview proper protective provocative quality quarterfinal quits raids rail rain
9 rallying randy raped rattled raw readers rebels recess reconsider reed reflecting regard relating
9 relieved reluctant remembered responders retire rev revolution rewrite ridge rifles routinely
9 royal sad salazar scaramucci seals seasonal sefton sep settings shaken shanghai shifts shop
9 shouting shutting skeptical sneak soared soldier sometime sons sovereignty spacetime span
9 steering stefanski sticking storage strain strained strict subryan sudanese sufficient sullivan
9 supporter survive swiftly synagogue systemic tampa tampering tank tanker tasman taxpayers tearing
9 tension ticked tightening tightly topped tower towers tracks traders treatments turkmen unarmed
9 unauthorized unborn uniform units unlawfully unveiling ups vacancy vatican venezuela vengeance
9 vindicate vishwanand vocal void wary wasted waves weight welcomed wh wider withdraws wonder
9 worrying zinke
10 1,200 10th 120 150000 1982 1983 2000 232 250,000 3.2 4.7 50,000 5th 700,000 75,000 89 absence
10 acceptance accountability acknowledging acquiring admission adopt adopting advertising affecting
10 afford aftershocks alejandro alito allergy amounted amounts anchors angela answered aoc ar
10 argues array arriving assad assess atom authorizes await banda barriers basket baytown belts
10 bener blake bombings bottles bradley broadly brothers brownsville ca cam cambridge campaigning
10 canvas capping caravan cares catastrophic centered chooses christchurch christian circulating
10 clearances clinic closure coal colonial column commented commitments confessed confidential
10 conscience consultations contrary convince cool copy corporation counselor creighton crises
10 crosswalk dad dade dating deadliest deb debunked deceased defence define demonstration denver
10 denying desire determining diplomacy directing displays diverse doomed doubling dream driven
10 drives earning earthquakes edges editorial editors edt electrical emerge empty en endorse
10 enormous equality equity exceeded exited experiencing exxon fence fiery finances fireworks
10 firmly fisheries fixer flat focusing forget forum fragile frank friendly function fundamentally
10 garland gates gauge glad grateful grocery guarantee harry harvard havoc heller heritage
10 holocaust horrific hostage hyde iconic ideology impacts impasse implemented impressive
10 improvement indicates indonesian industries inoculated installed intentionally intercept
10 interfered introduces ireland isolated items jailbreak jamaica jeremy jill journey justify
10 justin ketsoyan keystone kit knock kushner kyle labeled landslide lane languages lasalle lawful
10 lawn legislators lets lgbt liberties liberty lock lowered luther matanuska md memorandum
10 mentally meriah merrick michelle models nationalist newest newsroom nexus nonpartisan noon
10 notable noticed noyer observed omnibus opioid orderly orion ourselves outages outraged outright
10 oversee ownership pa pack perform performed performing peterson philly plead pledging plug
10 plunge policeman pollution postal predecessors pregnancy premier prisons processed professionals
10 properly proposes protester provincial proving punches pyongyang quakes quarters quell quiet
10 quinn rahman ramp reboot rebounding recalled recommending reflects reiterated relative relatives
10 repair requesting residence resigning respected responsibilities restart restricting retail
10 retain ride risen rodney rogue roof root roundup saving scared scrambling sealed seniors
10 sergeant severely shelters shuttered sidewalk situations slate slew sony spaces spiro spots spur
10 stake stations stayed stretched succeed successfully surges tasked taxpayer teachers teenage
10 thus tighten topic tops torture toyota tragic traveled treating troubled troubling truck trucks
10 twist tying ugly ultimate underwent unions unlawful upward uranium usmca vance variety violates
10 viruses warp weinstein wildfires willingness wiped witnessed worthy wyoming yellen
11 1.8 1990s 1998 2.5 364 5.4 62 77 aca accelerating accurate accusation ackman acquit adopted
11 aerial aggravated aggressively alexandros altered ambitions ankle anonymity aoraki appearances
11 appointees approached approaches arcade assassination assume automatically backers baghdad
11 balances bankrupt barrage battled beef beliefs bend blows boston breached breathe bridges burden
11 camps camry capable capaldi caribbean certifying championship chohan climbed clips closest
11 comeaux concede consultation consulting contender contention covers credentials crushing cruz
11 currency danny defeats del denounce depending deploy diagnosis dick dictator digit dileo
11 disruptive donation douglas drag dragons drastically duke earnings eating edged electricity
11 elevated elsewhere embrace encourage encourages endorsement engine enhanced error escalated
11 exception executing existence expecting explaining exploited extradition extremists failures
11 fame fantastic featured felony flake forecasters francis funeral furious gatherings globe
11 governing halftime halting hasim headlines hell heroes hiding highlight hometown humanity
11 hurdles impartial impeaching imperiled imposing indefinitely indictments intellectual interested
11 interfere intervene investments israelis ivory jamaal jet julius ka kenyon kimani laura liar
11 liberals linebacker loni loser loved luann maid marched markey match membership mere migration
11 minors mix morningside mounted movies murdering nasty ncaa neal negotiated neo npr nursing nyc
11 objected obvious odyssey offenses operatives origin ossoff outlines outlook outstanding paint
11 pardoned parenthood participation patient pattern paving paycheck peacefully pensacola
11 personality pile pinned placing please plenty pope positioned postseason powered prayers
11 precedent presenting probes proclamation properties publish publishing purchased pursuit
11 quarantine raj ralph reacted rebuild recognize referendum refuge regain resolve responds
11 responses resumed retiring revelations revoke rice rid ripped roles ropes saga scorer segment
11 shed shelley shock shutdowns shy simultaneously slide slipping socialist sooner speeches
11 sponsored spurred stability stadium stemming subsequent subsidies suburb suffer summary
11 supremacy surging survivors swept taps tardis temperatures tennant terrorists therefore torn
11 touts tragedy transported truly tulsa types unfair universities unpopular value variants vietnam
11 viewed visas visits vulnerabilities walls waste wba weakening weighed weighs winners wire
11 withdrawing withheld wonderful yida yuan zurana
12 1996 2.2 3.6 334 3rd 54 63 91 9th abruptly absentee academic accomplished achieve afc afp
12 airline aisle alter anybody appointment arena autopsy bathroom becerra beto betty billy bizarre
12 bloomington boeing books boris bruce brutal buys calendar camera canceling capito carson
12 ceasefire censorship centre ceos channels chanting charity cipollone citizen cnbc commit
12 commodities communist complaining compound conflicts contests context convictions correct crack
12 creator crew criminally cyberattack darius dealt deepening defenders defined definitely dept
12 describe design devin devos disappointed disclosed dismantle dismisses disputes distributed
12 documentary dominant duties eager eagles earned edited elton emmanuel enact endorses
12 environmentalists exact examine exceptions exchanges expands expansion experimental fabric
12 fatalities fcc fema firearm flags flee format forms founding fundraising gabbard golden
12 greenhouse hailed hardest helps hennepin highs hosting ilhan implementation incendiary inches
12 incredible incredibly indeed indicating indication inevitable inmate instance instances
12 instruction insults intercepted invoke iraqi italy killings kills label lands leaking liability
12 license lions lockdowns looted lunch macron malware manner marco materials mcdermott mention
12 midway mocked mocking moderator modest muslim nationally nazi negligent nervous newport
12 obstructing ok operative opposes opposite opteron oral organized pac palmer partially passenger
12 patrick phones photos physically pledges podcast pool postponed pressing pressured processes
12 producers promoting prone protects provisions punch purchases purpose pursuing queen
12 raffensperger rampage ramped ramping receives recipients recovering reeling regional religion
12 reps rescind restored revelation ridiculous rises rock rocked roster rourke salute scandals
12 scope securing seismic seize selection semi semitic separated severity sgt shadow sheet shops
12 simpson sister slip slowly smaller soar soleimani stall staying steele stops stream studies
12 sudden surface surpassed suspects syrian talent teens theft thick ticket tired titles toronto
12 traded travelers triggering truce tulsi unaccompanied unc unnamed upholds veritas volodymyr
12 warrants waters wis witch wright xavier
13 1,400 125 162 20,000 2002 400,000 abbott abolish abrams absent accelerate accidentally advances
13 advancing advisor animal antitrust anymore anyway apologize applies appointee associates
13 athletic attacker baby baltimore band barely bases blasio bodies bottom box branch busy cap
13 castro clears coaches collected compromised concrete consulate contributions cotton couples cuba
13 customer davis dean deleted deposition deserves diagnosed diplomats discovered dnc drugs dying
13 efficacy engage enters entertainment entry epicenter escalate est exist expensive exposure
13 extension farmers feared feds fetus firestorm folks gallagher gather generated glass gold guards
13 hanging hike horton hush implications importance impossible injustice insisting interactive
13 interception interesting ir istanbul jared jets jewish julian kaepernick knowing laboratory leg
13 lehman letters lord mainly male manufacturers mar martin mccabe militant municipal naval
13 notified obviously occupied olympics originated outcry outgoing outlining overwhelming packed
13 paso permit plagued polar pop pose possession postpone poured pride primarily processor purposes
13 raid reactions reads reflect remarkable reopened researcher restaurant restrictive retaliate
13 reviewing rick rigged rogen rollout ross rubble santa saved scathing searching seized shell
13 shipping silent sink slamming soviet stages staggering statue stole sun surrounded suspending
13 thirds towns transcript trusted undeserved undo urban victories vigil visitors vital voiced
13 weakened weakness wedding wish withdrew workplace wound wounds zelensky
14 07 1.3 10,000 117th 1978 1993 200,000 2024 3.8 6.1 68 72 75 900 abandon accountable acquire
14 administrative admissions amazing apology appreciate approving assertion attackers attributed
14 audit brands bridge brien bullets butler cannabis captain carbon caucuses caution chest clashed
14 colleges comeback command compelling competitive comply concerning condemning confederate
14 confront conservation consult contested controls convened corp corrupt counties courtroom
14 crashed criminals debuts decrease defeating defiant delivers delivery deployed devastated dinner
14 dna drunken duncan efficient enemy evacuate executed exploded express expression extensive
14 extremist fairly fashion feels flight flooding forth foul g7 ga gavin golf grassley greece greek
14 grigoropoulos hansbrough highlights hikes hire hospitalizations impeached implement info
14 initiatives invasion investigator jason josh kick killer klobuchar kurdish la lacks lay lifetime
14 lifting likes lindsey liz load lobbying lone lopez lt machines mainstream maintain maintained
14 manufacturer medicaid mess midterms minorities motive myself notes nyt oath observers oh
14 opinions outlet outline parkland parliamentary patches pause pete pharmaceutical physician pie
14 pointing poverty precinct primaries principal privately prize processing processors progressives
14 prohibit proposing proven provision pulls rallied rebound recommendation reconciliation regulate
14 reinstate restoring reversing richmond rocks rubio scenes schedule sec selected selling
14 sensitive shocked sick siri sits sneaking solid sort sponsors staged stark steal storms streak
14 strongest submit sumatra sundar surfaced takeaways tar teases telephone tentative testifies
14 touched tour toxic tradition transparency tremendous trigger troop tumultuous turnout unchanged
14 undermine undermined unite upset vacant walter warehouse wikileaks winds
15 101 67 88 abused accepting accord accounting acts admin advised advocacy afraid aged alexander
15 allen ally anchorage application arab arrive athens athletes author awaiting bob bold breach
15 breakthrough bright burned carter category celebrate celebrated cent cheney clark classrooms
15 climbing colin collection confirming confusion consistent consumers contagious containing corps
15 courthouse crashes crowded cyberattacks deciding declining describing dip discouraging diseases
15 dismiss dorsey eddie elements encounter encouraging enemies enjoyed entrance epidemic
15 establishment estimates everybody fails fastest federally flood framework fuels fury gathering
15 girlfriend grab grim guaranteed guatemala gulf haley handing handled herbalife hhs historically
15 id identify images inappropriate inflation injuring intervention investigative japanese jinping
15 karen kellyanne khan kilometers knocked kremlin latino leaning legally lifted lincoln looms
15 loses manufacturing material matthew mick militia momentum mountain narrative nasdaq negotiators
15 nick nights nike nonfarm nonprofit nor notice otherwise outlined overturning pain parked
15 participants pastor payton penalties pichai picking pieces pivotal plant porn praised proof
15 prosecution prospects recommendations recommends refusal register regulatory releasing reminder
15 respawn retirement reverses revolver ridership rumors sanctuary screaming seamicro select
15 shopping shortages size slavery slump smashed speeding sprawling steep stressed sudan
15 supremacists surprised surveyed survived tactics tanks taser technical ted tip tone tools
15 tournament trail traveling tribute turkish unlike unsealed vision vt wealth worries yemen youths
16 2003 3,000 86 abuses acted actors africa ages aiming alliance anonymous antifa assaulting
16 associate audio barred bench bin bolster booked boycott brady breonna bus caliber canadian
16 catches celebrating certification charlottesville civilian climber clinch clip combined
16 comfortable commercial complicated condemnation condemns congresswoman considers contrast conway
16 crazy creates credibility crews crude cybersecurity dan danger defendant delta depth destruction
16 detailing developer developers disputed distance divisive doors draw eligibility embassy empire
16 encouraged encryption equal essentially euro evil factors fault featuring flow franchise
16 frustrated giants goals gotten grown grows halted harder hints hoax hoping hospitalized hostile
16 hosts hundred immune improperly incumbent infection irs jordan judges lgbtq limiting luck mall
16 mixed mo mobile motivated mulvaney murphy ninth nobody omar ordering orlando oust owns parking
16 pc permanently personally politician portion poses preliminary priorities procedure profit
16 promising promoted rarely rating reaction recognized regularly repeat resulted retreat revive
16 robust rod rulings sale screen seal seasonally seed settle shield signal slam slowing sorry
16 sparks staffer stating struggles suggestion surged tag tenure tiktok timeline timing tool tucker
16 turkmenistan tyler unidentified uproar utah vast vp wages wars wind withhold wolf wray write
16 wrongdoing
17 00 02 03 1.4 3.5 38 56 99 acquitted addresses administered advantage alarming ambitious barring
17 baseless bell betsy biological birthday bitcoins bombshell brain brexit burning chose clearance
17 cleveland climb columbia competing comprehensive consent conviction corporations covered crowds
17 damages declines desantis dire dismissal donations donors draws drunk easing edge eliminated
17 england epa except expressing falsely famous fly fort freeze frequently god greater happening
17 headline headquarters hide historical humanitarian ideological illness indoor insider intent
17 intention itunes jacob jay jonathan judgment kenosha kicked lasted laying learn mandate maryland
17 mccarthy meetings mile mom normally nra ocean odds ones opposing ousted override parole phil
17 posting privilege produce protesting proxy publication pursue rapid reaches recommend reduced
17 rioting rocket rolled rolls runs safely samuel scheme shifting sight slated slipped smart spying
17 squad strategist string stuck stuff suspends suspension tapped televised theories touch tweeting
17 upper values warming wbo younger
18 1.5 1999 66 73 76ers abrupt accuse aceh acquisition admits advocates afghan alex apologizes
18 argue arkansas arrivals australia autographs berth birth cable campus cancels carl character
18 charging coaching combination complained computing consensus counting default degrasse delays
18 denounced desperate differences districts diversity divisions dollar download dreamers dropping
18 ecb electors estimate extending fighter flames flying followers founded frustration gang gary
18 gasoline geneva geological gift grip guide hadn happens harsh heated hole hopeful howard ibf
18 ignition ignored index innocent joins joke kevin l learning legitimate letting looting
18 louisville maga mat mate micro mind misleading mohammed mtgox nears neutrality operating
18 overseeing overturned pages panic paris plane positions procedural pronounced proved queens quit
18 rallies ranked referee rejecting relatively replacing represented requirement resort reversed
18 reviewed revoked rhetoric riding rips sat secretly seemingly shake shape ships silicon sixers
18 slowdown smoke solutions stalled stance strategic streaming strengthen substantial successor
18 superior surprising symptoms teenagers thanks threshold throws tiny treaty uncertainty underway
18 usually vaccinations wallace weren writer xi
19 08 42 57 65 792p ads aftermath ag alert allege animals answers anthem appointed arrival
19 assessment astrazeneca automatic bail bars basic battles bears behalf borders briefed calm
19 casting cell chiefs childhood connecticut contacts damaging database dave debut deferred destroy
19 display docu dubbed effects eighth erupted escape estate excited exercise expect experienced
19 extend extra eye feature filings finalized flights forecast gap gear guest gunfire hannity hero
19 hired improvements improving indictment intends jacksonville jerry judicial landing letitia lisa
19 maker map massacre meets negotiate nhtsa offense opportunities plea pregnant presented
19 procedures professor projected prospect provides punishment rand ranking recording recount
19 refusing retired revealing revenue rex roads rounds secrets sheriff shook sided signaling slowed
19 somebody sparking standard stem stormed stronger structure suing supplier testifying
19 thanksgiving threaten thrown training transfer treat trend type unexpectedly usual violate
19 virtually volatile warrant weaken
20 09 230 64 acosta acquittal affair alive applying appropriate arson assaulted attending award
20 beating blast bolton boss boys cease celebration certified certify charlotte circumstances
20 clinical compiled confronted conversations crackdown daniel daniels deemed dem divide dominated
20 drone drove dui editor endorsed enforce ensuring esper eventually examiner factor favorite
20 fierce fighters firms fit fla gallon gray guys haven hawaii healthy ideas incoming india
20 jerusalem lee legacy lewis lived loan loans medicare mental mississippi mnuchin model offices
20 oprah partnership payrolls peak peyton prompted proposals pulling qualified ransomware replaced
20 represent represents responding reversal rookie rush russians siege significantly spokeswoman
20 spotlight spy staffers stakes stormy su suffering switch tackle towards tracking trials variant
20 vehicular visited visiting vs winter
21 05 1st 2022 actively alleges anchor appearing apply atlantic attend attended aug austin booker
21 bug candidacy challenged chances chargers cheeks chips clock color compete confident corner
21 crawley critic crossing dakota dc desk devastating disclosure distribution doug economies el
21 evansville explain festival feud fleeing garden gorsuch grow helicopter ii iii improved jaguars
21 jurors kennedy klitschko lied listed locked looming louis louisiana manning minor monitoring
21 nadler narrowly negotiating nominated numerous openly opponent pat perfect prepare pressed
21 producer propose psaki raises refuse reputation reviews rockets runoff secured sens shoot spoken
21 suggest supports suspicious tear tillerson upheld urgent van veterans village weigh wladimir
21 youtube zealand
22 2006 94 abroad addressing alarm alternative apartment apps attempting auto bar bitter brutality
22 ceremony chosen chromecast clearing conclusion confrontation cory covering demanding developing
22 difference diplomat dramatically earth escaped essential eve example execution exit explosion
22 fail fewer fill filled firearms firefighters fish fixes flag harrison ie image incidents indian
22 involvement kingdom knows language link loaded maine ministry mitt mrs nypd orleans pending
22 pledge probation professional providers races recover reforms registered regrets requests
22 retaliation rich rioters rivals route runner salman sea seekers sentences servers ship showdown
22 silence sound standoff stories sustained tariff teenager tries tsunami unique versions viewers
22 vowing wealthy
23 49 4th accepted ad agrees airstrikes amazon amd apologized applied aside assembly awaited
23 balance bannon bigger blasey captured catholic challenger cold commitment consideration
23 correspondent counter cycle declaring detained eliminate epstein export fights follows frequent
23 governors grounds harvey heavily hollywood imports inciting interviews investigated isis kaling
23 kansas lashed malicious manafort managers manchin mandatory maurice milestone miller monthly
23 music nature neck objections older oregon pact palestinians payment payroll percentage pictures
23 predecessor pushes ranks rebounds recession refugees refuses regulation replacement restrict
23 resulting rolling romney rudy sector shooter simple solution starts steady strength subpoenas
23 suddenly suspicion sworn taliban tape tara technologies tennessee terrible text thompson
23 touchdown touted transportation usa vehicles vincent voice vulnerability vulnerable window
24 2007 39 abortions adjusted analysts axios backing begun bias bible blaze browser campaigns
24 causes channel chaotic cooperation courts crossed cyber dallas demonstrations detailed dies dose
24 employee enacted ethics explosive eyes faster feeling filibuster finish flaw french fueled greg
24 handful heavyweight hoped indonesia institutions invited ipad issuing jumped keeps ken las lie
24 magazine margin merge mindy modern nato netflix networks overcome overwhelmingly particular
24 pierre policing posed prepares priority product promote punish quake radical rapidly
24 registration removing repeated requested scientific seconds seem sit sometimes specifically
24 stepping strip submitted successful suicide talked teen thank tomorrow train typically unclear
24 user virtual wasilla welcome whatever worried
25 2nd analyst argument arm attacking banks basketball bbc billions bomb bowl briefly brings cancer
25 casualties chauvin checking complaints condemn cooperate cops core creation criticizing crown
25 deeply departments deportation develop discrimination discussion drama earthquake easily
25 embattled enter entirely establish facts findings footage fun giuliani graham greatest hampshire
25 highway hotel houses identity ill immunity initiative interests investment jen jetblue
25 legislature lengthy lift location lose mount mounting nominate overseas palin paper pardons
25 passage permanent personnel pittsburgh places plants poised presumptive rebuke reducing remote
25 republic requirements rifle setback seth settled shocking signaled signals society soldiers
25 stars subject supporting suspended swift table thinks tight totally ultimately unanimous unity
25 waiting wear wildlife
26 2001 250 34 58 accuser australian badly bay biontech bond broadcast bullet challenging champion
26 chapter chip client cloud complex cook cop costs counted culture dark deals defending deficit
26 departure ditch dressing easy escalation existing experience freshman futures gained gone hack
26 heat imposed instagram install jon located managed marie maybe mexican militants mistake
26 moderate native neighborhood nice noting oppose opposed patrol physical pledged polling
26 practices referring requires restaurants saints scores seasons seventh sexually species
26 surrounding swing theresa turns unknown urge v various vermont videos watching websites worry
26 yard youth zuckerberg
27 100,000 2,000 37 43 active activist adult alcohol angry avenue beach bombing breaks broader
27 buying carrying century citizenship concept concluded condition declare delivering deny detail
27 drawing easier emerging employment escalating expects exploit extraordinary extreme fate grants
27 holds hosted hunt jeffrey lab leads magnitude manslaughter maria marijuana maximum melania
27 memory messages minimum monitor motion motors ms nearby none normal ny original owner partners
27 photo pizza proceed purchase quarterback refugee removal representing resident rushing score
27 sends sept simply stated stepped steven stretch stunning supplies supposed unable violating
28 52 59 80 actor addition apart bear behavior beijing billionaire blames blasts canceled catch
28 caucus christine civilians classified closely commissioner contact cutting defeated diego
28 diplomatic drawn duty ease else equipment established explorer exposed extended features female
28 gender generally german gmt grant helping indiana indicted informed khashoggi landed machine
28 missouri originally origins piece pipeline plus predicted proud quick radio ranging rape
28 reelection reid requiring respond row sharing speculation spritz stolen stopping struggle
28 touchdowns trouble tyson unless unusual vegas views violation viral warn warnings wayne zero
29 400 53 advisers aims aircraft angeles annual background bombs built card carries causing cents
29 clash cleared coalition colts com computers confirms connection consecutive contentious cross
29 cuomo dealing derek discussing discussions downtown fair fallout feb fine fiscal generation grew
29 handle icahn industrial institute integrity larger lawsuits lockdown los meanwhile
29 misinformation missiles movie msnbc op organizations outrage palestinian participate peaceful
29 penalty possibly praise produced prompting property questioned questioning racism receiver
29 referred regime researchers resume ring schiff sentencing settlement shown sports station
29 striking struggled suspend tally traditional turkey undocumented uses wage wild
30 2004 44 accept aim amount approximately aware bader blocking born brad camp cancel certainly
30 clearly collapse confidence consequences convention curb declares die digital direction
30 discussed dramatic elephants emotional executives fought fuel girls granted hacking hamas heels
30 immediate intense introduce landmark leaker losses midnight oval owned owners pardon population
30 portland regular reject remember restore reunion roberts roll ruth slightly sold square
30 statistics throw throwing trading truth unveils weather
31 41 accident advanced advice aired audience begins ben blamed brand bull cars cia colleagues
31 collusion colorado comcast common consumer dealings debt detention dhs endangered extremely
31 fatal file filing france funded g gay gen ginsburg hitting homicide impose indianapolis interim
31 jack kentucky laid lies miley mission mob netanyahu obstruction obtain oklahoma partial premiere
31 prince privacy pull puts quite regulators responsibility roger roy sam seeing sell sharp
31 spokesperson spot stands storm sues suit targeting terror testified tim trust unanimously vows
31 writing wuhan
32 11th 150 33 activities addressed aggressive allegation arrests banning becomes benjamin bills
32 chair choose cited clean conducted coney constitutional daca de debates demonstrators document
32 draft eastern expanding forcing foundation guidance harassment illinois income infectious
32 inspector larry launching longest musical narrow newspaper opens option parliament partner
32 paying perhaps picked pleaded pretty progressive province ratings reaching reasons respect
32 reverse risks ron separate server spring ten website withdraw
33 47 600 acknowledged african agent agents arguing arms attempted barrett battleground blue
33 carried carry cbs census code collapsed condemned contain conversation defensive effectively
33 eligible emissions entering falls fed founder gains handed housing houston improve infected
33 insisted insurrection investors jersey knowledge london mcdonald midterm moore moscow nba
33 negative nevada peter phase picture poor posts production promise prove renewed resignation
33 seattle section sees severe spend stores success temporary tested thinking tie unconstitutional
33 understand unit veto walk
34 advisory airport alleging basis benefit brief brown chain changing clashes closing completed
34 connected corruption credit developed disappointing ebay environment explained exports failure
34 fatally ferrell guy hasn impeach increases independence land layoffs net oct overnight patients
34 pointed politico presence presidents scale scott sense slams southwest spike stone suggests
34 surveillance suspected violations voices watchdog withdrawal written
35 46 48 accuses alongside aren boy broad broken collins construction continuing controversy
35 crucial customs cyrus destroyed distancing engaged eric expanded film governments husband
35 immigrant increasing knew korean marine montana outcome platforms preparing proceedings resigns
35 returning scored sitting st supported susan tehran tense terrorism traffic twice updates victim
36 51 accounts adults analysis anniversary association authorized backs becoming brother chicago
36 coast compromise copper defeat detroit exclusive faith falling fled gaza heads hospitals hunter
36 individual injury jump league occurred options particularly playoffs plays politically
36 preventing prominent racist riots rushed seems signature temporarily tom unveil whistleblower
36 word worldwide
37 1,000 actress assistance attorneys backlash ball believes britain brooklyn capacity committees
37 conservatives contest delayed driver fallen feet finding gain guidelines harm heavy honor
37 illegally islamic kong lawmaker leak leaks meddling politicians resigned scientists shouldn
37 stephen strongly suggesting supply surgery testing tests threw treated turning va warren weapon
37 wounded
38 2010 affected banned bans bit buildings cards clare closer corporate demanded doubt elizabeth eu
38 exactly expectations facilities feel finance gathered hong hot jamal kelly kept looked meaning
38 names pacific park profile rates recovered reduce rehab scrutiny seriously shootings stood
38 strategy sue sued talking terrorist urges walked works worse zimmerman
39 2015 55 adam airlines approves areas asia blasted christmas confirm contract couldn couple cuts
39 damaged divided episode girl goods guns hiring hurt inauguration johns kids lack lowest memorial
39 miss moments neil nominees onto overhaul scandal sharply spreading standards status style
39 targets territory theory unrest version wouldn
40 1.9 adds beat brian commerce communities congressman coverage deadline dec division drops fear
40 francisco hopkins indicated intel mean meant missing moderna navy note noted opponents patch pre
40 projects prosecutor raising recorded ryan scoring sixth split struggling suffered surprise title
40 windows
41 accusing admitted announcing anyone blog cabinet changed complaint content crash creating
41 democracy determined directed disaster ensure finished football hall heart ice journalists k
41 keeping launches masks massachusetts merger metro neighbors pace path performance problems
41 protected reggie remained reveal road science seats seemed tony valley widespread
42 2005 70 activity afghanistan ambassador arabia army atlanta cash citizens combat completely
42 computer considered daughter dispute doctors domestic dow emerged expand fauci foot h infections
42 influence jackson knee leaked limits missile philadelphia powers protecting recommended
42 resources responsible sean slammed specific taylor tens upcoming wait willing zone
43 45 absolutely actually alaska anger appeal approve article charles club commander compared cover
43 declaration deep defend fellow friend hacked healthcare individuals miami mid migrant offering
43 overturn player provided secure sentenced sparked taxes terms urging vehicle verdict view whole
43 williams
44 affect apparent asks british challenges checked circuit class complete decisions double drew
44 expert focused germany happy heading homes iowa lady legislative liberal marked minnesota mostly
44 possibility prepared rare recap reveals sets signing sites task violated wave western yes
45 31 affordable agree anticipated appearance arrived blame committed concern cortez counts denies
45 entire environmental failing gunman headed interior main memo misconduct ocasio picks playoff
45 progress putting religious search treasury ukrainian unlikely veteran wearing whom worker
46 2011 21 advance alexandria asylum ballot beyond cannot christopher decide entered estimated
46 finds form hate initially intended introduced jong joseph journalist learned missed opportunity
46 overall pair products range remaining removed reopening research rising sarah someone super
46 systems thomas tied uk witness
47 affairs alone arguments below bloomberg chaos conspiracy customers decline degree employers et
47 follow fresh journal levels love management manhattan natural necessary novel offensive
47 oversight poll practice racial regarding rico shares throughout tough transit via vowed water
47 yesterday
48 add asian attempts authorization b buy carplay comey comment concerned controlled drive
48 economists favor figures goes investigations involving jim joining king ky light losing marking
48 marks michigan puerto regulations slow software space speaks strikes student teams television
48 threatening upon vaccination walking wearables web wisconsin worth
49 0 activists always apparently ask blood cause conduct dangerous defends demands dismissed doses
49 fans fast fda fires hear inc itself kill nationwide northern parts repeatedly resign serving
50 000 500 al arizona asking bringing canada conditions conflict dozen ed facility fan fix flynn
50 happen interference iraq island linked mask matt non offers outlets parents popular rather
50 relationship revised sessions standing telling watched yards
51 35 accusations amy applications approach articles beginning consider devices emails especially f
51 ford gives handling holding holiday hurricane increasingly injuries jail living miles ohio
51 operation pfizer present programs require shift shut store tonight track vaccinated winning
52 2021 300 above alabama answer argued custody ends events formal formally hands herself impact
52 investigating markets parties providing richard steve triggered wearable winner
53 36 abuse age created decade delay expressed felt figure friends grand limited lying mail moves
53 needs nfl outbreak passing playing probably promised protections reading receiving reporter
53 responded save seeks summer ways wing
54 2009 appear august bank book email father hearings helped japan longtime newly positive refused
54 region required rescue reserve rival serve straight subpoena transgender weekly
55 28 app base defended direct green halt happened includes join mccain placed pompeo ran reason
55 receive rejected sdk seat self sending served sex warns
56 2019 90 agenda aides armed believed caught church doj firm funds huge identified internal limit
56 ongoing period planning platform polls relations representative sanctions send shared speed
56 starting statements suspect targeted vladimir widely words
57 amendment approval attention declined directly firing freedom insurance investigators mother
57 movement nov october peace promises red reporting residents returns streets
58 200 cohen currently dems difficult either fifth followed kim kind operations raise repeal study
58 threatens transition worked
59 abortion aide cities considering constitution determine doctor efron employees fake fears hbo
59 highly kamala lawyers payments pence rejects reopen roughly sbarro seek share similar speak
59 survey victims zac
60 allowing attacked authority briefing chamber claiming criticized designed dollars elected field
60 goal guard iphone israeli problem pushed quarter replace showing target wasn
61 32 assistant blocks communications cost crime fund hits industry interest largely measures
61 middle session themselves thought
62 bureau count faced matters obtained opposition proposed steps urged wanted witnesses
63 29 abc anything deliver discuss e education everyone everything idea saudi source spoilers wife
63 wins
64 allows avoid blow body check citing course crimes door driving electoral giant higher johnson
64 joined justices microsoft minneapolis offered paid potentially rest tells testify unveiled w
64 weak wrong
65 announce cast confirmation date important leaves nbc pushing recently stand tensions ties trip
65 updated
66 boost false fully joint moment nikki obamacare players publicly shots suggested syria toll
67 additional europe european hand met often remove sure technology xbox
68 27 although ballots child delivered pentagon pulled recall reuters secret thing threats
69 breaking development effective hackers harris hospital iranian named reform sales situation
69 stopped unprecedented
70 2008 26 ability coach damage find floor heard hope increased jones migrants negotiations opened
70 shortly spoke sweeping users violent
71 2017 appeals co crowd drop dropped incident manager politics read remains returned sides town
71 voter y
72 arrest car certain convicted council growth isn o powerful project spent wake
73 22 allegedly build hopes jeff looks loss phone pro putin riot schumer sentence smith talk
74 closed dozens ex giving launched pennsylvania position prevent recovery
75 23 barr career chance ground lines officially scene strike threatened travel weapons wide
76 60 acting barack chris chuck exchange fighting forced fyffes galavis gets involved played ready
76 surge tell
77 adding demand east page partisan reality sources tariffs
78 2012 anthony backed checks included independent initial looking pm price records
79 actions appears brought continues david denied described instead minute nations network paul
79 site stimulus turn tweets
80 2018 40 android bernie bring choice different focus infrastructure investigate laws opening
80 prior protest raised result serious started tried young
81 allies associated dr facing gm israel jr previously safe schools visit
82 agencies banana cdc cosmos create deputy include j message offer quickly real releases
82 restrictions scheduled stock story vaccines
83 able account available finally games jobless launch risk san spokesman
84 announces bush capital critics front moved something un
85 effect jury nine policies turned whose
86 challenge charge critical criticism floyd having men minority points saw side sought warned
87 bad blocked commission december hour longer nothing request room speaking testimony
88 allowed break homeland illegal means moving setting summit together
89 attempt documents february lives orders reach virginia
90 average doing families guilty highest leadership online passes per representatives stay test
91 changes daily growing nsa planned prevention son students treatment warning worst
92 aimed climate declared details energy familiar numbers posted significant trailer
93 deadly era internet leave pick round safety single
94 17 calif chiquita korea minutes prosecutors stage troops william
95 24 access ap caused continued decided fourth hill jan large presidency rally revealed
96 civil controversial decades inquiry me september term tweet
97 13 broke college faces historic list supporters
98 ceo ll lot makes ordered rise short
99 bid budget immigrants oil
100 believe murder private
101 better brett businesses food forces immediately panel protesters rule try
102 agreed am ending inside prices resolution
103 18 benefits c facebook georgia hard lawsuit provide takes
104 16 bitcoin claimed done host however mayor name proposal small
105 centers claim measure member multiple remarks shutdown
106 issue primary prison protect question
107 25 carolina drug hillary kavanaugh mitch pay
108 board experts financial fraud nuclear signs strong struck
109 battle became free himself let sanders
110 community doesn event lawyer opinion really
111 failed human lower push services
112 approved groups spread thrones watch
113 each nomination street total
114 allegations appeared bankruptcy mass mcconnell organization star tech tweeted
115 announcement gave james judiciary little massive n
116 current deaths ended forward hearing lost meet november prime
117 alleged candidates fell getting gox hundreds matter pressure southern
118 begin biggest cut elections files needed reached received union ve
119 andrew enforcement largest leaving previous return seeking things threat
120 building chairman fact given january protection published ruled sign
121 county further international iran level line
122 almost area concerns edward stocks taken trying
123 comments criminal evening global injured medical remain rose
124 100 fall filed give leading letter live play service went west
125 lohan reportedly spending though toward wants
126 adviser companies countries sent trillion working
127 7.1 charged crisis voters
128 address assault clear eight evidence foreign rate seen senators tv within
129 50 close low officers personal shows
130 14 anti april best block killing system your
131 arrested central minister mt must potential talks
132 ios questions showed thousands woman women
133 funding might others
134 2013 ever future look ruling university
135 among package these using
136 aid
137 allow protests related role sexual
138 authorities enough governor hold update
139 afternoon point
140 millions staff
141 detective held increase known workers
142 chinese weekend
143 2014 great jobs money think
144 air candidate keep less lindsay once
145 along apple become disease half local mexico
146 9 behind clinton conservative june outside soon violence wrote
147 issues mark
148 full mueller results series
149 based continue nancy
150 ban didn due michael pass
151 bipartisan got immigration near speaker
152 began job mike review step
153 information officer robert seven too voting
154 florida process relief
155 july person see
156 interview same want
157 attacks district virus
158 trade
159 black children pelosi senator start titanfall
161 15 key reporters
162 lead taking victory
163 8 agreement does head passed put rights
164 coming emergency never ukraine
165 30 p voted
166 counsel few fired
167 force past
168 economic program senior unemployment until
169 care charges dead fbi yet
170 issued know probe
171 ago asked gov gun need open tax
172 already elect every intelligence
173 away google running stop
174 died
175 race
176 calling debate family labor
177 2016 accused comes
178 efforts such
180 executive meeting signed texas third
181 12
182 finale
183 george percent sxsw
184 fight good possible speech votes
185 history
187 added life release
188 recent south
189 agency billion congressional effort later my trial
190 gas response six
191 confirmed defense democrat shot
192 market place
193 true
194 win
195 20 fire
196 capitol conference
197 california center
198 legislation
199 business face home
200 7 far
201 led
203 action latest wall
204 legal rules
205 war
206 don
207 shooting work
208 despite fox power
209 cnn come economy
210 ahead found nominee
211 calls final run
212 change hours
213 likely making r special
214 cases
215 11 social then
216 man pablo snowden
217 here vaccine
219 earlier
221 policy
222 5
223 order record
224 very
226 control russian
227 juan school used
229 majority much plans
230 rep today
231 help own re
232 post
233 big march official why won
234 five going john leaders
235 twitter
236 game several
238 6
239 obama
240 across major
241 call
242 members
243 go late
244 nearly
245 4
246 company
247 america vice
248 director video
249 least well without
251 again lawmakers
252 3
253 took
254 judge reports team whether
255 came left part
257 attack sen
258 act
259 hit
261 north
262 military
263 show
264 nation
268 use
269 right those
270 months
272 impeachment mr season times
273 around
274 number
276 press
277 city
279 data
282 claims following saying
283 gop group plan
284 bachelor
285 russia
287 way
290 investigation
295 amid killed
296 1 long
297 border both case
299 2
302 china through
305 like old support
306 chief
307 another four leader
308 did
311 10
317 expected weeks
318 2020
323 committee
324 media
325 many only
328 death
329 decision
330 our party
331 move statement
332 early
333 morning
334 because
335 reported
336 set
338 deal month
340 attorney do
343 any make
346 still them
352 high
353 political released second
354 m
358 say
359 where
361 under
363 should
364 americans d justice
365 including
367 next
369 even
370 health take
371 law
376 pandemic secretary
378 between called you
379 get
384 supreme
386 end world
391 general
394 being
395 saturday
396 office
402 days
409 top
411 police
412 security
416 million
418 how
419 off york
422 so
424 report
427 public
429 congress
433 years
434 vote
441 sunday
445 made night
446 since
450 most
459 three
463 country
466 republicans
468 united
469 campaign
477 washington
478 american
479 covid
482 may
485 there
489 bill
490 19
497 back
499 she
503 presidential
509 government while
510 if
511 officials
519 also
521 told
529 can
534 down
535 him
539 national
547 now
549 just
550 joe
557 some
562 other
565 republican
583 democratic
585 department
589 her
607 democrats
608 court
609 day
617 announced
623 election
629 could
639 during
645 federal
648 what
659 no
660 time
661 i
662 news week
664 states
672 before
694 according
698 when
704 we
707 coronavirus
718 all
720 or
730 senate
760 administration
763 says
766 last
777 us
786 biden
811 former
814 against
816 state
819 than
848 year
849 friday people
852 white
860 they
865 t
874 into
891 were
894 up
897 its
921 out
924 which
934 been
942 had
945 two would
953 monday wednesday
964 thursday
979 first one
993 their
1034 more
1039 tuesday
1058 about
1144 this
1219 over
1304 but
1326 not
1341 house
1346 are
1354 donald
1383 who
1469 have
1472 u
1582 new
1636 will
1676 be
1897 after
1931 he
1960 has
2026 an
2068 it
2080 his
2095 was
2148 said
2295 at
2341 by
2358 from
2645 as
2740 is
2943 with
3212 president
3222 trump
3949 that
4241 for
4947 on
5417 and
5489 s
5820 in
6178 of
6241 a
7073 to
7782 the
"""

COUNTS = {
    word: int(count) for count, *words in map(str.split, _TABLE.splitlines()) for word in words
}
