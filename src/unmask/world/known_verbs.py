"""English verbs as they go with *they*: from data, made by tools/make_verbs.py and by nobody's hand.

The data is that of lemminflect 0.2.3, which has it from the SPECIALIST Lexicon of the National Library of Medicine; its hash and
licence stand in verb_forms.py. Only `unmask check` asks for it.
"""

KNOWN_VERBS = """
abandon abase abash abate abbreviate abdicate abduct abet abhor abide abjure abnegate abolish abominate abort abound abrade
abridge abrogate abrupt abscess abscond absent absolve absorb abstain abstract abuse abut accede accelerate accent accentuate
accept access accession acclaim acclimate acclimatise acclimatize accommodate accompany accomplish accord accost account accredit
accrue accumulate accuse accustom ace ache achieve acidify acknowledge acquaint acquiesce acquire acquit act action activate
actualise actualize actuate acupuncture adapt add addict addle address adduce adequate adhere adjoin adjourn adjudge adjudicate
adjure adjust administer administrate admire admit admonish adopt adore adorn adulate adulterate adumbrate advance advantage
adventure advert advertise advertize advise advocate aerate affect affiliate affirm affix afflict afford afforest affront age
agglomerate agglutinate aggrandise aggrandize aggravate aggregate aggrieve agitate agonise agonize agree aid ail aim air air-lift
airbrush airlift airmail alarm alarum alert alienate alight align aline allay allege alleviate allocate allot allow alloy allude
allure ally alphabetise alphabetize alter alternate amalgamate amass amaze amble ambush ameliorate amend americanise americanize
amortise amortize amount amplify amputate amuse analyse analyze anchor anger angioplasty angle animate anneal annex annexe
annihilate annotate announce annoy annul anoint answer antagonise antagonize ante antedate anticipate antiquate ape apologise
apologize appal appall apparel appeal appear appease append appertain applaud apply appoint apportion appraise appreciate
apprehend apprentice apprise apprize approach appropriate approve approximate aquaplane arbitrate arc arch archive argue arise arm
arouse arraign arrange array arrest arrive arrogate article articulate ascend ascertain ascribe ash ask asphalt asphyxiate
aspirate aspire assail assassinate assault assay assemble assent assert assess asseverate assign assimilate assist associate
assort assuage assume assure asterisk astonish astound atone atrophy attach attack attain attempt attend attenuate attest attire
attitudinise attitudinize attract attribute attune auction audit audition augment augur authenticate author authorise authorize
autograph automate autopsy avail avalanche avenge aver average avert avoid avow await awake awaken award awe ax axe babble baby
baby-sit babysit back backbite backboard backdate backdrop backfire background backlog backpack backpedal backslide backspace
backstop backtrack backwash badge badger baffle bag bail bait bake balance bale balk ball ballast balloon ballot ballyhoo
bamboozle ban band bandage bandy bang banish bank bankrupt banquet banter baptise baptize bar barb barbecue barber bard bare
bargain barge bark barn barnstorm barrack barrage barrel barricade barter base bash bask basket bastardise bastardize baste bat
batch bate bath bathe batten batter battle baulk bawl bay bayonet beach bead beam bear beard beat beatify beautify beaver becalm
beckon become bed bedazzle bedeck bedevil beef beep beetle befall befit befoul befriend befuddle beg beget beggar begin begrudge
beguile behave behead behold behoove behove belabor belabour belay belch beleaguer believe belittle bell bellow belly bellyache
belong belt bemoan bemuse bench-mark benchmark bend benefice benefit benumb bequeath berate bereave berry berth beseech beset
besiege besmirch bespeak best bestir bestow bestride bet betoken betray betroth better bevel bewail bewilder bewitch bias bib
bicker bicycle bid bide bifurcate bike bilk bill billet billow bin bind binge biopsy birch bisect bitch bite bivalve bivouac blab
black blackball blacken blacklist blackmail blame blanch blank blanket blare blaspheme blast blaze bleach bleat bleed blemish
blench blend bless blight blind blindfold blink blinker blister blitz bloat blob block blockade blog blood bloody bloom blossom
blot blouse blow blubber bludgeon blue bluff blunder blunt blur blurt blush bluster board boast boat bob bobsled bode bog bogart
boggle boil boll bolster bolt bomb bombard bond bone boo boob book bookmark boom boomerang boost booster boot bootleg bootstrap
booze bop border bore borrow boss botch bother bottle bottleneck bottom bounce bound bow bowl box boycott brace bracket brag braid
brain brain-wash brainstorm brainwash braise brake branch brand brandish brave brawl bray brazen breach break breakfast breast
breast-feed breastfeed breathe breed breeze brew bribe brick bridge bridle brief brighten brim brine bring bristle broach
broadcast broaden broadside brocade broil broker bronze brood brook browbeat brown browse bruise brush brutalise brutalize bubble
buck bucket buckle bud buddy budge budget buff buffer buffet bug bugger build bulge bulk bull bulldoze bully bum bumble bump bunch
bundle bung bungle bunk bunker buoy burden burgeon burglarize burgle burlesque burn burnish burp burr burrow burst bury bus bust
bustle busy butcher butt butter button button-hole buttonhole buttress buy buzz by-pass bypass cable cache cackle cadge cage
cajole cake calcify calcine calculate calendar calibrate caliper calk call calliper callus calm calumniate calve camber camouflage
camp campaign can canal cancel candidate candle candy cane canker cannibalise cannibalize canoe canonise canonize canopy cant
canter cantilever canvas canvass cap caper capitalise capitalize capitulate capsule captain caption captivate capture caravan
carbonate card care careen career caress caricature carjack carol carouse carp carpet carry cart cartoon cartwheel carve cascade
case cash cashier cast castigate castle castrate cat catalog catalogue catalyse catalyze catapult catcall catch catechize
categorise categorize cater caucus caulk cause cauterise cauterize caution cave cavil caw cease cede celebrate cement censor
censure census center centralise centralize centre centrifuge certificate certify chafe chaff chagrin chain chair chalk challenge
champ champion chance change channel chant chap chaperon chaperone char characterise characterize charbroil charge charm chart
charter chase chasten chastise chat chatter chauffeur cheapen cheat check checker checkmate cheek cheer chequer cherish chew
chicken chide chill chime chin chink chip chirp chirrup chisel chlorinate chloroform chock choke chomp choose chop choreograph
chorus christen chronicle chuck chuckle chum chunk churn chute cinch cipher circle circularise circularize circulate circumcise
circumflex circumnavigate circumscribe circumvent cite civilise civilize clack claim clam clamber clamor clamour clamp clang clank
clap clarify clash clasp class classify clatter claw clean cleanse clear cleave clench clerk clew click climax climb clinch cling
clink clip cloak clobber clock clog cloister clone close closet closure clot clothe cloud clout clown cloy club cluck clue clump
clunk cluster clutch clutter co-author co-exist co-habit co-incide co-operate co-ordinate co-sign co-sponsor co-star coach
coagulate coalesce coarsen coast coat coauthor coax cobble cobweb cock cocoon coddle code codify coerce coexist cogitate cogwheel
cohabit cohere cohort coil coin coincide coke collaborate collapse collar collate collect collectivise collectivize collide
collude colonise colonize colonoscopy color colour comb combat combine come comfort command commandeer commemorate commence
commend comment commentate commercialise commercialize commiserate commission commit commune communicate commute compact companion
compare compartment compartmentalise compartmentalize compass compel compensate compete compile complain complement complete
complex complicate compliment comply comport compose composite compost compound comprehend compress comprise comprize compromise
compromize compute computerise computerize con concatenate conceal concede conceive concentrate conceptualise conceptualize
concern conciliate conclude concoct concord concrete concur condemn condense condescend condition condole condone conduce conduct
cone confederate confer confess confide configure confine confirm confiscate conflict conform confound confront confuse confute
congeal congest conglomerate congratulate congregate congress conjecture conjoin conjugate conjure conk connect connive connote
conquer conscript consecrate consent conserve consider consign consist console consolidate consort conspire constipate constitute
constrain constrict construct construe consult consume consummate contact contain contaminate contemplate contend content contest
continue contort contour contract contradict contrast contravene contribute contrive control controvert contuse convalesce convene
converge converse convert convey convict convince convoke convoy convulse coo cook cool coop cooperate coordinate cope copper
coppice copulate copy copyright cord cordon core cork corkscrew corn corner corral correct correspond corroborate corrode
corrugate corrupt corset coruscate cosign cosponsor cosset cost costar costume couch cough counsel count countenance counter
counter-act counter-attack counter-balance counter-weight counteract counterattack counterbalance counterclaim counterfeit
countermand countersign countersink counterweight couple course court covenant cover covet cow cower cozen crab crack crackle
cradle craft cram cramp crane crank crankshaft crape crash crate crater crave crawl crayon craze creak cream crease create
credential credit creep cremate creosote crepe crest crew crick crimp crimson cringe crinkle cripple crisp criss-cross crisscross
criticise criticize critique croak crochet crock crook croon crop cross cross-breed cross-check crossbreed crosscheck crouch crow
crowd crown crucify cruise crumble crumple crunch crusade crush crust crutch cry cube cuckold cuckoo cuddle cudgel cue cuff cull
culminate cultivate culture cup curate curb curdle cure curl curry curse curtail curtain curtsey curtsy curve cushion customise
customize cut cycle cypher dab dabble dado dally dam damage damask damn damp dampen dance dangle dapple dare darken darn dart dash
date daub daunt dawdle dawn day-dream daydream daylight daze dazzle de-activate de-centralise de-centralize de-commission
de-escalate de-ice de-regulate de-scent de-stabilise de-stabilize deactivate deaden deadlock deafen deal dean debar debark debase
debate debauch debilitate debit debrief debug debunk debut decaffeinate decamp decant decapitate decay decease deceive decelerate
decentralise decentralize decide decimate decipher deck declaim declare declassify decline decode decolonise decolonize
decommission decompose decompress decontaminate decorate decoy decrease decree decriminalise decriminalize decry dedicate deduce
deduct deem deepen deescalate deface defaecate defame default defeat defecate defect defend defer defile define deflate deflect
defoliate deforest deform defraud defray defrost defuse defy degenerate degrade dehumanise dehumanize dehumidify dehydrate deice
deify deign deject delay delegate delete deliberate delight delimit delineate deliver delude deluge delve demagnetise demagnetize
demand demarcate demean demerit demilitarise demilitarize demise demo demobilise demobilize democratise democratize demolish
demonstrate demoralise demoralize demote demount demur den denature denigrate denominate denote denounce dent denude deny
deodorise deodorize depart departmentalise departmentalize depend depict deplete deplore deploy depoliticise depoliticize
depopulate deport depose deposit deprave deprecate depreciate depress deprive deprogram depute deputise deputize derail derange
deregulate deride derive derogate derrick desalinate descend descent describe descry desecrate desegregate desensitise desensitize
desert deserve desiccate design designate desire desist desolate despair despatch despise despoil destabilise destabilize destine
destroy destruct detach detail detain detect deter deteriorate determinate determine detest dethrone detonate detour detox
detoxify detract devalue devastate develop develope deviate devil devise devolve devote devour diadem diagnose diagram dial dialog
dialogue diaper diaphragm dibble dice dicker dictate die diet differ differentiate diffuse dig digest digitise digitize dignify
digress dike dilate dilute dim diminish dimple din dine ding dip dip-stick dipstick direct dirty dis disable disabuse disadvantage
disaffect disagree disallow disambiguate disappear disappoint disapprove disarm disarrange disarray disassemble disassociate
disavow disband disbar disbelieve disburse disc discard discern discharge discipline disclaim disclose disco discolor discolour
discomfit discommode discompose disconcert disconnect discontent discontinue discord discount discountenance discourage discourse
discover discredit discriminate discuss disdain disembark disembody disembowel disenchant disencumber disenfranchise disengage
disentangle disestablish disfavor disfavour disfigure disfranchise disgorge disgrace disguise disgust dish dishearten dishevel
dishonor dishonour disillusion disincline disinfect disinherit disintegrate disinter disjoint disk dislike dislocate dislodge
dismantle dismay dismember dismiss dismount disobey disoblige disorder disorganise disorganize disorient disown disparage dispatch
dispel dispense disperse dispirit displace display displease dispose dispossess disproportionate disprove dispute disqualify
disquiet disregard disrespect disrobe disrupt dissatisfy dissect dissemble disseminate dissent dissimulate dissipate dissociate
dissolve dissuade distance distemper distend distil distill distinguish distort distract distress distribute distrust disturb
disunite disuse ditch dither dive diverge diversify divert divest divide divine divorce divulge divvy do dock docket doctor
document dodder dodge doff dog dole doll dolly dome domesticate domicile dominate domineer don donate doodle doom dope doppler
dosage dose dot dote double doubt douche douse dove-tail dovetail dowel down down-grade down-play down-size down-stage downgrade
download downplay downsize downstage dowse doze draft drag dragoon drain dramatise dramatize drape draw drawl dread dream dredge
drench dress dribble drift drill drink drip drive drivel drizzle drone drool droop drop drown drowse drudge drug drum dry dub duck
duel dull dumbfound dumfound dump dun dunk dupe duplex duplicate dust dwarf dwell dwindle dye dyke dynamite e-mail ear earmark
earn earth earwig ease eat eavesdrop ebb echo eclipse economise economize eddy edge edify edit editorialise editorialize educate
efface effect effectuate effeminate effervesce egg egress ejaculate eject eke elaborate elapse elate elbow elect electioneer
electrify electrocute electroplate elevate elicit elide eliminate elongate elope elucidate elude emaciate email emanate emancipate
emasculate embalm embargo embark embarrass embed embellish embezzle embitter emblazon embody embolden emboss embrace embroider
embroil emend emerge emigrate emit emote empanel empathise empathize emphasise emphasize employ empower empty emulate emulsify
emulsion enable enact enamel enamor enamour encamp encapsulate encase enchant encircle enclose encode encompass encore encounter
encourage encroach encrust encrypt encumber end endanger endear endeavor endeavour endorse endow endue endure energise energize
enervate enfeeble enfold enforce enfranchise engage engender engineer engorge engrave engross engulf enhance enjoin enjoy enlarge
enlighten enlist enliven enmesh ennoble enquire enrage enrapture enrich enrol enroll ensconce ensemble enshrine enshroud enslave
ensnare ensue ensure entail entangle enter entertain enthral enthrall enthrone enthuse entice entitle entomb entrance entrap
entreat entrench entrust entwine enumerate enunciate envelop envisage envision envy epitomise epitomize equal equalise equalize
equate equip equivocate eradicate erase erect erode err erupt escalate escape eschew escort espouse espy esquire essay establish
esteem estimate estrange etch eulogize evacuate evade evaluate evangelize evaporate even eventuate evict evidence evince
eviscerate evoke evolve exacerbate exact exaggerate exalt examine exasperate excavate exceed excel except excerpt exchange excise
excite excize exclaim exclude excommunicate excoriate excrete exculpate excuse execrate execute exemplify exempt exercise exercize
exert exhale exhaust exhibit exhilarate exhort exhume exile exist exit exonerate exorcise exorcize expand expatiate expatriate
expect expectorate expedite expel expend experience experiment expertise expertize expiate expire explain explicate explode
exploit explore export expose expostulate expound express expropriate expunge expurgate extemporize extend extenuate exterminate
extinguish extirpate extol extort extract extradite extrapolate extricate extrude exude exult eye eye-witness eyewitness fabricate
face facet facilitate factor factorise factorize fade fag faggot fagot fail faint fair fake fall fallow falsify falter fame
familiarise familiarize famish fan fancy fantasise fantasize fantasy fare farm farrow fart fascinate fashion fast fasten fat fate
father fathom fatigue fatten fault favor favour fawn fax faze fear feast feather feature federate fee feed feel feign feint fell
fence fend ferment ferret ferrule ferry fertilise fertilize fester festoon fetch fetter fettle feud fever fib fictionalise
fictionalize fiddle fidget field fight figure filch file filibuster fill fillet fillip film filter filtrate fin finalise finalize
finance find fine finesse finger finger-print fingerprint finish fink fire fire-proof fireproof firm fish fish-tail fishtail
fission fissure fit fix fixate fizz fizzle flabbergast flag flagellate flail flake flame flange flank flap flare flash flask
flatten flatter flaunt flaw flay fleck flee fleece flesh flex flick flicker flinch fling flip flirt flit float flock flog flood
floodlight floor flop floss flounce flounder flour flourish flout flow flower fluctuate fluff flummox flunk fluoresce fluoridate
fluoroscope flurry flush fluster flute flutter fly foal foam fob focus fog foil foist fold follow foment fondle fool foot footnote
footprint fop forage foray forbear forbid force force-feed ford forecast foreclose foregather forego foreground foreordain foresee
foreshadow foreshorten forest forestall foreswear foretaste foretell forewarn forfeit forgather forge forget forgive forgo fork
form formalise formalize format formulate fornicate forsake forswear fortify forward fossilise fossilize foster foul found founder
fowl fox fraction fracture fragment frame franchise frank fraternise fraternize fray frazzle freak freckle free free-base
free-wheel freebase freelance freewheel freeze freight frequent fresco freshen fret fricassee frighten frill fringe frisk fritter
frizz frizzle frog frolic front frost froth frown fructify fruit frustrate fry fuddle fudge fuel fulfil fulfill full fulminate
fumble fume fumigate function fund funk funnel fur furbish furl furlough furnish furrow further fuse fuss fuzz gab gabble gad gag
gage gain gainsay gait gall gallop galvanise galvanize gamble gambol game gang gangrene gaol gap gape garage garb garble garden
gargle garland garner garnish garnishee garote garotte garrison garrote garrotte gas gash gasp gate gather gauge gauze gawk gaze
gazette gear gel geld gell gender generalise generalize generate gentle gentrify genuflect germinate gerrymander gestate
gesticulate gesture get ghetto ghost ghost-write ghostwrite gibber gibe gift giggle gild gin ginger gird girdle give gladden
glamorise glamorize glamourise glamourize glance glare glass glaze gleam glean glide glimmer glimpse glint glisten glitter gloat
glorify glory gloss glove glow glower glue glut gnarl gnash gnaw go goad gobble godfather goggle golf goof google goose gore gorge
gossip gouge govern gown grab grace grade graduate graft grain grandfather grandparent grant granulate graph grapple grasp grass
grate gratify gravel gravitate gray graze grease green greet grey grieve grill grimace grime grin grind grip gripe grit groan
grommet groom groove grope gross grouch ground group grouse grovel grow growl grub grudge grumble grunt guarantee guard guess
guest guffaw guide guillotine guise gull gulp gum gun gurgle gush gusset gust gut gutter guy guzzle gybe gyp gyrate habituate hack
hackle haemorrhage haft haggle hail hallmark hallow hallucinate halo halt halter halve ham hammer hammock hamper hamstring hand
hand-craft hand-pick handcraft handcuff handicap handle handpick hang hanker happen harangue harass harbinger harbor harbour
harden hare hark harken harm harmonise harmonize harness harp harpoon harrow harrumph harry harvest hash hasp hassle hasten hatch
hate haul haunt have haw hawk hay hazard haze head headline headquarter heal heap hear hearken hearten heat heave heckle hector
hedge heed heel heft heighten helicopter hellenise hellenize helm help hem hemorrhage herald herd hesitate hew hex hibernate
hiccough hiccup hide hie high-jack high-light highball highjack highlight hijack hike hinder hinge hint hire hiss hit hitch
hitch-hike hitchhike hive hoard hoax hobble hobo hock hoe hog hoist hold hole holiday holler hollow holograph holster home
homogenise homogenize hone honey-comb honeycomb honeymoon honk honor honour hoodwink hook hoop hoot hop hope hopscotch horn
horrify horse hose hospitalise hospitalize host hot hound house housebreak hover howl huckster huddle huff hug hull hum humanise
humanize humble humidify humiliate humor humour hump hunch hunger hunker hunt hurdle hurl hurry hurt hurtle husband hush husk
hustle hybridise hybridize hydrate hydrogenate hydroplane hymn hype hyper-link hyperlink hyperventilate hyphenate hypnotise
hypnotize hypothesise hypothesize ice idealise idealize identify idle idolise idolize ignite ignore illuminate illumine illustrate
image imagine imbed imbibe imbue imitate immerse immigrate immobilise immobilize immolate immortalise immortalize immunise
immunize immure impact impair impale impanel impart impeach impede impel impend imperil impersonate impinge implant implement
implicate implode implore imply import importune impose imposture impound impoverish impregnate impress imprint imprison improve
improvise impugn impulse impute inaugurate inbreed incapacitate incarcerate incarnate incase incense inch incinerate incise incite
incline inclose include inconvenience incorporate increase increment incriminate incrust incubate inculcate inculpate incur
indemnify indent indenture index indicate indict individualise individualize indoctrinate indorse induce induct indue indulge
industrialise industrialize inebriate infatuate infect infer infest infiltrate infirm infix inflate inflect inflict influence
influx inform infringe infuriate infuse ingest ingratiate ingress inhabit inhale inhere inherit inhibit initial initialise
initialize initiate inject injure ink inlay inn innovate inoculate input inquire inscribe inseminate insert inset insinuate insist
inspect inspire instal install instance instigate instil instill institute institutionalise institutionalize instruct instrument
insulate insult insure integrate intellectualise intellectualize intend intensify inter inter-relate interact interbreed intercede
intercept interchange interconnect interdict interest interface interfere interject interlace interlard interleave interlink
interlock intermarry intermediate intermingle intern internalise internalize internationalise internationalize interpolate
interpose interposition interpret interrelate interrogate interrupt intersect intersperse intertwine intervene interview
interweave intimate intimidate intone intoxicate intrench intricate intrigue introduce introvert intrude intrust intuit inundate
inure invade invalid invalidate inveigh inveigle invent inventory inverse invert invest investigate invigorate invite invoice
invoke involve iodise iodize ionise ionize irk iron irradiate irrigate irritate isolate issue italicise italicize itch itemise
itemize iterate jab jabber jack jack-knife jacket jackknife jade jag jail jam jangle janitor jar jaunt jaw jay-walk jaywalk jazz
jeer jell jelly jeopardise jeopardize jerk jest jet jettison jib jibe jig jigger jiggle jilt jimmy jingle jinx job jockey jog join
joint joke jolt jostle jot journal journey joust joy-ride joyride judge jug juggle juice jumble jump junction junk justify jut
juxtapose juxtaposition kaleidoscope kayak keel keen keep ken kennel kernel key keyboard keypunch keystroke kibitz kick kid kidnap
kill kiln kindle king kink kiss kite kitten knap knead knee kneel knife knight knit knob knock knot know knuckle kowtow label
labor labour lace lacerate lack lacquer lactate ladder lade laden ladle lag lager lagoon lake lam lamb lambast lambaste lame
lament laminate lampoon lance land landmark landscape landslide language languish lap lapse lard lariat lark laser lash lasso last
latch lathe lather lattice laud laugh launch launder lavish lax lay layer leach lead leaf leaflet league leak lean leap leap-frog
leapfrog learn lease leash leather leave leaven lecture ledge leech leer legalise legalize legate legislate legitimate legitimise
legitimize lend lengthen lens lesion lessen let letter level lever leverage levitate levy liaise libel liberalise liberalize
liberate licence license lick lid lie lift ligature light lighten like liken lilt limb limber lime limit limn limp line linger
link lint lionize lip lip-read liposuction lipread liquefy liquidate liquidise liquidize liquify lisp list listen lithograph
litigate litter live liven load loaf loan loathe lob lobby localise localize locate lock lodge loft log loiter loll lollygag long
look loom loop loose loosen loot lop lope lord lose lounge lout love low lower lubricate luck lug lull lumber lump lunch lunge
lurch lure lurk lust lute luxuriate lynch macerate machine madden magnetise magnetize magnify mail maim mainline mainstream
maintain major make malfunction malign malinger mallet malt maltreat man manacle manage mandate maneuver mangle manhandle manicure
manifest manipulate manoeuver manoeuvre mantle manufacture manumit manure map mar marathon maraud marble march marinade marinate
mark market maroon marry marshal martyr marvel mash mask masque masquerade mass massacre massage mast master master-mind
mastermind masticate masturbate mat match mate materialise materialize matriculate matter mattress mature maul maximise maximize
maze meal mean meander measure mechanise mechanize meddle mediate medicate meditate meet meld mellow melt memo memorialize
memorise memorize menace mend menstruate mention mentor meow mercerise mercerize merchandise merchandize merge merit mesh
mesmerise mesmerize mess message metabolise metabolize metal metamorphose metastasise metastasize mete meter metre mew microscope
microwave middle midwife migrate mike mildew militarise militarize militate milk mill mime mimeograph mimic mimick mince mind mine
mingle miniaturise miniaturize minimise minimize minister minor mint minute mire mirror mis-diagnose mis-direct mis-do
mis-identify mis-match mis-type mis-use misapply misapprehend misappropriate misbehave miscalculate miscall miscarry miscast
misconceive misconduct misconstrue miscount miscue misdeal misdiagnose misdirect misdo misfire misfit misgovern misguide mishandle
misidentify misinform misinterpret misjudge mislay mislead mismanage mismatch misplace misprint mispronounce misquote misread
misremember misrepresent misrule miss misspell misspend misstate mist mistake mistime mistreat mistrust mistype misunderstand
misuse miter mitigate mitre mix moan mob mobilise mobilize mock model moderate modernise modernize modify modulate moire moisten
moisturise moisturize mold molder molest mollify mollycoddle molt monetise monetize monitor monkey monograph monopolise monopolize
montage moo moon moonlight moonwalk moor moot mop mope moralise moralize mordant mortar mortgage mortice mortify mortise mosey
mother motion motivate motor motorcycle motorise motorize mottle mould moulder moult mount mourn mouth move mow muck muck-rake
muckrake muddle muddy muff muffle mug mulch mull multiply mumble mummify mummy munch murder murmur muscle muse mushroom muss
muster mutate mute mutilate mutiny mutter muzzle mystify nab nadir nag nail name nap nark narrate narrow nasalise nasalize
nationalise nationalize naturalise naturalize nauseate navigate near necessitate neck need needle negate negative neglect
negotiate neigh neighbor neighbour nerve nest nestle net nettle network neuter neutralise neutralize nib nibble niche nick nickel
nickname niggle nip nipple nit-pick nitpick nitrate nix nod noise nominate nonplus noose norm normalise normalize nose nosedive
nosh notarize notch note notice notify nourish nuance nub nudge null nullify numb number numerate nurse nurture nut nuzzle
obdurate obelisk obey obfuscate object oblate obligate oblige obliterate obscure observe obsess obstruct obtain obtrude obviate
occasion occlude occult occupy occur off off-load off-set offend offer officiate offload offset ogle oil ok okay omit ooze opaque
open operate opine oppose oppress opt optimise optimize option orate orbit orchestrate ordain order organise organize orient
orientate originate ornament orphan oscillate ossify ostracise ostracize oust out out-number out-perform out-source out-weigh
outbalance outbid outbreak outclass outcrop outdistance outdo outfit outflank outfox outgo outgrow outlast outlaw outlay outline
outlive outmaneuver outmanoeuvre outnumber outperform outplay output outrage outrank outreach outrun outshine outsmart outsource
outspread outstay outstretch outstrip outswing outvote outwear outweigh outwit oval over over-book over-burden over-charge
over-coat over-come over-compensate over-cook over-crowd over-dose over-eat over-emphasise over-emphasize over-estimate
over-expose over-extend over-flow over-hang over-heat over-indulge over-lap over-load over-look over-pass over-pay over-populate
over-produce over-rate over-react over-ride over-shoot over-simplify over-take over-use over-write overachieve overact overawe
overbalance overbear overbook overburden overcast overcharge overcoat overcome overcompensate overcook overcrowd overdo overdose
overdraw overdress overdrive overeat overemphasise overemphasize overestimate overexpose overextend overfeed overflow overfly
overgrow overhand overhang overhaul overhear overheat overindulge overlap overlay overlie overload overlook overpass overpay
overplay overpopulate overpower overprint overproduce overrate overreach overreact override overrule overrun oversee oversell
overshadow overshoot oversimplify oversize oversleep overspecialise overspecialize overspend overspread overstate overstay
overstep overstock overtake overtax overthink overthrow overture overturn overuse overview overweight overwhelm overwork overwrite
ovulate owe own oxidise oxidize oxygenate pace pacify pack package packet pad paddle padlock page paginate pail pain paint pair
pal palate pale palisade pall palliate palm palpate palpitate pamper pamphleteer pan pancake pander panel pang panhandle panic
pant pantomime paper parachute parade paragraph parallel paralyse paralyze paraphrase parasite parasol parboil parcel parch pardon
pare parenthesize park parlay parley parody parole parrot parry parse part partake participate particularise particularize
particulate partition partner party pass paste pasteurise pasteurize pastor pasture pat patch patent patrol patronise patronize
patter pattern pauperise pauperize pause pave paw pawn pay peak peal pearl pebble peck pedal peddle pedestrianise pedestrianize
pee peek peel peep peer peg pellet pelt pen penalise penalize pencil penetrate pension people pep pepper perambulate perceive
perch percolate perfect perforate perform perfume perish perjure perk perm permeate permit permute peroxide perpetrate perpetuate
perplex persecute persevere persist personalise personalize personify perspire persuade pertain perturb peruse pervade pervert
pester pestle pet peter petition petrify phase phenotype philander philosophise philosophize phone photo photocopy photograph
phrase physic pick picket pickle picnic picture piece pierce pigeonhole piggyback pigment pile pilfer pill pillage pillar pillow
pilot pimp pin pin-point pinch pine ping pinion pink pinpoint pioneer pip pipe pique pirate pirouette piss piston pit pitch
pitchfork pith pity pivot placate place placer plagiarise plagiarize plague plait plan plane plank plant plaque plaster plate
plateau play plead please pleasure pleat pledge plod plop plot plough plow pluck plug plumb plume plummet plump plunder plunge
pluralise pluralize ply poach pocket pod point poise poison poke polarise polarize pole police polish politicise politicize poll
pollinate pollute pomade pommel pond ponder poniard pontificate pooch pool poop pop popularise popularize populate pore porpoise
port portend portion portray pose posit position possess post post-date postdate postmark postpone postulate posture pot potter
pouch poultice pounce pound pour pout powder power powwow practice practise praise prance prate prattle prawn pray pre-condition
pre-date pre-determine pre-dispose pre-empt pre-exist pre-fabricate pre-ferment pre-fix pre-heat pre-package pre-pay pre-record
pre-set pre-tension preach prearrange precaution precede precept preceptor precipitate precise preclude preconceive precondition
predate predecease predestine predetermine predicate predict predispose predominate preempt preen preexist prefabricate preface
prefer preferment prefigure prefix preheat prejudge prejudice prelude premeditate premier premiere premise premiss preoccupy
preordain prepackage prepare prepay preponderate prepossess prerecord preregister presage prescribe present preserve preset
preside press pressure pressurise pressurize presume presuppose pretend pretension prettify prevail prevaricate prevent preview
prey price prick prickle pride prime primp print prioritise prioritize prise privatise privatize privilege prize probate probe
proceed process proclaim procrastinate procreate proctor procure prod produce product profane profess proffer profile profit
profiteer prognosticate program programme progress prohibit project proliferate prolong promenade promise promote prompt
promulgate prong pronounce proof proof-read proofread prop propagandise propagandize propagate propel prophesy propitiate
proportion proportionate propose proposition propound prorate proscribe prosecute proselytise proselytize prospect prosper
prostitute prostrate protect protest protocol prototype protract protrude prove provide provision provoke prowl prune pry psych
psyche psycho-analyse psycho-analyze psychoanalyse psychoanalyze publicise publicize publish pucker puddle puff puke pull pulp
pulsate pulse pulverise pulverize pumice pummel pump pun punch punctuate puncture punish punt pup purchase puree purge purify purl
purloin purport purpose purr purse pursue purvey push pussyfoot put putrefy putrify putt putter putty puzzle quack quad quadruple
quadruplicate quaff quail quake qualify quantify quarantine quark quarrel quarry quarter quarterback quash quaver queen queer
quell quench query quest question questionnaire queue quibble quicken quid quiet quilt quintuple quip quit quiver quiz quote
rabbit race rack radiate radio radius raffle raft rag rage raid rail railroad rain raise rake rally ram ramble ramify ramp rampage
ranch randomise randomize range rank rankle ransack ransom rant rap rape rarefy rarify rasp rat ratchet rate ratify ratio ration
rationalise rationalize rattle ravage rave ravel ravish ray raze razor re-activate re-adjust re-admit re-affirm re-align
re-allocate re-animate re-appear re-apply re-appraise re-arrange re-assemble re-assess re-awaken re-bind re-build re-call
re-capture re-center re-check re-classify re-condition re-consider re-constitute re-construct re-count re-cycle re-decorate
re-define re-deploy re-design re-develop re-direct re-do re-draw re-educate re-elect re-emerge re-emphasise re-emphasize re-enact
re-enforce re-enlist re-enter re-establish re-evaluate re-examine re-fill re-focus re-gain re-group re-inforce re-insert
re-install re-instate re-interpret re-invent re-join re-learn re-locate re-model re-occur re-open re-order re-organise re-organize
re-paint re-place re-program re-programme re-read re-route re-schedule re-send re-set re-start re-state re-structure re-study
re-supply re-take re-think re-train re-treat re-try re-type re-use re-visit re-wire re-work re-write reach react reactivate read
readjust readmit ready reaffirm realign realise realize reallocate ream reanimate reap reappear reapply reappoint reapportion
reappraise rear rearm rearrange reason reassemble reassert reassess reassign reassure reawaken rebate rebel rebind rebound
rebroadcast rebuff rebuild rebuke rebut recall recant recap recapitulate recapture recast recede receipt receive recenter recess
recharge recheck reciprocate recite reckon reclaim reclassify recline recognise recognize recoil recollect recombine recommence
recommend recompense recompile reconcile recondition reconfigure reconnect reconnoiter reconnoitre reconquer reconsider
reconstitute reconstruct reconvene recopy record recount recoup recover recreate recriminate recruit rectify recuperate recur
recycle redden redecorate rededicate redeem redefine redeploy redesign redevelop redirect rediscover redistribute redistrict redo
redouble redound redraft redraw redress reduce reeducate reef reek reel reelect reemerge reemphasise reemphasize reenact reenforce
reenlist reenter reestablish reevaluate reeve reexamine ref refashion refer referee reference refile refill refinance refine
refinish refit reflect refocus reforest reform reformat reformulate refract refrain refresh refrigerate refuel refund refurbish
refurnish refuse refute regain regale regard regenerate regiment register regress regret regroup regularise regularize regulate
regurgitate rehabilitate rehash rehearse reheat rehire reign reimburse reimpose rein reincarnate reinforce reinsert reinstall
reinstate reinterpret reinvent reinvest reissue reiterate reject rejoice rejoin rejuvenate rekindle relabel relapse relate relax
relay relearn release relegate relent relieve relinquish relish relive reload relocate rely remain remainder remake remand remark
remarry rematch remedy remember remind reminisce remiss remit remodel remonstrate remount remove remunerate rename rend render
rendezvous renege renegotiate renegue renew rennet renounce renovate rent renumber reoccupy reoccur reopen reorder reorganise
reorganize repackage repaint repair repatriate repay repeal repeat repel repent rephrase replace replay replenish replete
replicate reply report repose repossess reprehend represent repress reprieve reprimand reprint reprise reproach reprobate
reprocess reproduce reprogram reprogramme reproof reprove republish repudiate repulse request require requisition requite reread
reroute rerun reschedule rescind rescue research reseed resell resemble resend resent reserve reset resettle reshuffle reside
resign resist resolve resonate resort resound resource respect respell respire respond rest restart restate restock restore
restrain restrict restring restructure restudy resubmit result resume resupply resurface resurrect resuscitate retail retain
retake retaliate retard retch retell rethink retie retire retool retort retouch retrace retract retrain retread retreat retrench
retrieve retrofit retrograde retrogress retrospect retry return retype reunify reunite reupholster reuse rev revalue revamp reveal
revel revenge reverberate revere reverse revert review revile revise revisit revitalise revitalize revive revivify revoke revolt
revolutionise revolutionize revolve reward rewind rewire reword rework rewrite rhapsodise rhapsodize rhyme rib rick ricochet rid
riddle ride ridge ridicule riff riffle rifle rig right rigor rigour rile rill rim rime ring rinse riot rip ripen riposte ripple
rise risk rival rivet roam roar roast rob robe rock rocket rod roil roister roll romanticise romanticize romp roof rook room roost
root rope rosette rosin roster rot rotate rouge rough rough-house roughen roughhouse round rouse rout route routinise routinize
rove row rowel royster rub rubber-neck rubberise rubberize rubberneck rue ruff ruffle ruin rule rumble ruminate rummage rumor
rumour rumple run rupture rush rusk rust rustle rut saber sabotage sabre sack sacrifice sadden saddle safe safe-guard safeguard
sag sail sailboard salaam salary salivate sallow sally salt salute salvage salve samba sample sanctify sanction sand sand-blast
sandbag sandblast sandpaper sandwich sanitise sanitize sap sate satiate satin satirise satirize satisfy saturate saunter savage
save savor savour savvy saw say scab scaffold scald scale scallop scalp scam scamp scamper scan scandalise scandalize scant
scapegoat scar scare scarify scat scatter scavenge scavenger scent schedule scheme schlepp school schuss scintillate scissor scoff
scold scollop scoop scoot scope scorch score scorn scotch scour scourge scout scowl scrabble scram scramble scrap scrape scratch
scrawl scream screech screen screw scribble scribe scrimmage scrimp scrimshaw script scroll scrounge scrub scruff scrunch scruple
scrutinise scrutinize scud scuff scuffle scull sculpt sculpture scupper scurf scurry scuttle scythe seal seam sear search season
seat secede seclude second secrete section sector secularise secularize secure sedate sediment seduce see see-saw seed seek seem
seep seesaw seethe segment segregate segue seize select self sell selvage selvedge semaphore send sense sensitise sensitize
sentence sentimentalise sentimentalize separate sequence sequester serenade serialise serialize sermonize serve service set settle
sever sew sex shack shackle shade shadow shadow-box shadowbox shaft shake shallow sham shamble shame shampoo shanghai shape share
sharpen shatter shave shear sheathe shed sheer sheet shell shellac shelter shelve shepherd shield shift shilly-shally shim shimmer
shimmy shin shine shingle ship shipwreck shirk shit shiver shock shoe shoehorn shoo shoot shop shop-lift shoplift shore short
short-change short-list shortchange shorten shortlist shoulder shout shove shovel show showcase shower shred shriek shrine shrink
shrive shrivel shroud shrug shuck shudder shuffle shun shunt shush shut shutter shuttle shy sic sicken sickle side side-step
side-swipe side-track sideline sidestep sideswipe sidetrack sidle sieve sift sigh sight sign signal signalise signalize signify
signpost silage silence silhouette silicate silt silver simmer simper simplify simulate sin sing singe single sink sip siphon sire
sit site situate size sizzle skate skateboard skedaddle skein sketch skew skewer ski skid skill skim skimp skin skip skipper
skirmish skirt skulk skull sky sky-rocket skylark skyrocket slack slacken slake slalom slam slander slang slant slap slash slat
slate slaughter slave slaver slay sled sledge sleep sleepwalk sleet sleigh slenderise slenderize sleuth slice slide slight slim
sling slink slip slit slither sliver slobber slog slop slope slosh slot slouch slough slow sludge slug sluice slum slumber slump
slur slurp slush smack smart smarten smash smear smell smelt smile smirch smirk smite smock smoke smolder smooch smooth smother
smoulder smudge smuggle smut snack snaffle snag snake snap snare snarl snatch sneak sneer sneeze snicker sniff sniffle snigger
snip snipe snitch snivel snog snooker snoop snooze snore snorkel snort snow snow-board snowball snowboard snowshoe snub snuff
snuffle snug snuggle soak soap soar sob sober socialise socialize sock sod soften soil sojourn solace solder soldier sole
solemnise solemnize solicit solidify soliloquise soliloquize soliloquy solo solve somersault soot soothe sop sophisticate sorrow
sort sough sound sound-proof soundproof soup sour source souse sow space spade spam span spangle spank spar spare spark sparkle
spasm spate spatter spawn spay speak spear spear-head spearhead specialise specialize specify speckle speculate speed spell spend
spew spice spike spill spin spindle spiral spirit spit spite splash splatter splay splice splint splinter split splotch splurge
splutter spoil sponge sponsor spoof spook spool spoon spoon-feed sport spot spotlight spout sprain sprawl spray spread spring
sprinkle sprint spritz sprout spruce spud spur spurn sputter spy squabble squall squander square squash squat squawk squeak squeal
squeegee squeeze squelch squint squire squirm squirt stab stabilise stabilize stable stack staff stag stage stagger stagnate stain
stake stale stalemate stalk stall stammer stamp stampede stanch stanchion stand standardise standardize staple star starch stare
start startle starve stash state station staunch stave stay steady steal steam steam-roller steamroller steel steep steer stem
stencil stent step stereo-type stereotype sterilise sterilize stew steward stick stiff stiffen stifle stigmatise stigmatize still
stilt stimulate sting stink stint stipple stipulate stir stitch stock stock-pile stockade stockpile stoke stomach stomp stone
stone-wall stonewall stool stoop stop stopper store storm stow straddle strafe straggle straighten strain straitjacket strand
strangle strangulate strap stratify stray streak stream stream-line streamline strengthen stress stretch strew stricture stride
strike string strip strive strobe stroke stroll strop structure struggle strum strut strychnine stub stud study stuff stultify
stumble stump stun stunt stupefy stutter style stylise stylize stymie sub sub-culture sub-divide sub-group sub-structure
subcontract subculture subdivide subdue subgroup subject subjoin subjugate sublease sublet sublimate sublime submerge submerse
submit subordinate suborn subpoena subscribe subside subsidise subsidize subsist substantiate substitute substructure subsume
subtitle subtract subvert succeed succor succour succumb suck sucker suckle suction sue suffer suffice suffix suffocate suffuse
sugar sugar-coat sugarcoat suggest suicide suit sulfate sulk sully sulphate sum summarise summarize summer summon sun sunbathe
sunburn sunder sup super-impose super-size superannuate supercharge superimpose superintend supersize supervene supervise
supervize supplant supplement supplicate supply support suppose suppress suppurate surcease surcharge surf surface surfeit surge
surmise surmount surpass surprise surprize surrender surrogate surround survey survive suspect suspend sustain suture swab swaddle
swagger swallow swamp swan swap swarm swash swat swathe sway swear sweat sweep sweeten swell swelter swerve swig swill swim
swindle swing swipe swirl swish switch swivel swob swoon swoop swop syllabify symbolise symbolize sympathise sympathize synapse
synch synchronise synchronize syncopate syndicate synthesise synthesize syphon syringe systematise systematize table tablet taboo
tabu tabulate tack tackle tag tail tailgate tailor taint take talc talk tally tame tamp tamper tampon tan tangle tango tank
tantalise tantalize tap tape taper tar tare target tarmac tarnish tarry task tassel taste tatter tattle taunt tax taxi teach team
tear tease teasel tee teem teeter teethe telecast telecommute teleconference telegraph telephone telescope televise tell temp
temper template temporise temporize tempt tenant tend tender tenderise tenderize tenon tense tension tent tenure term terminate
terrace terrify terrorise terrorize test testate testify tether text texture thank thatch thaw theorise theorize thermostat
thicken thieve thin think third thirst thorn thrash thread threaten thresh threshold thrill thrive throb throe throne throng
throttle throw thrum thrust thud thumb thump thunder thwack thwart tick ticket tickle tide tidy tie tier tighten tile till tiller
tilt timber time timetable tin tincture tine ting tinge tingle tinker tinkle tint tip tip-toe tipple tiptoe tire tithe titillate
title titter toady toast toboggan toddle toe tog toggle toil tolerate toll tone tongue tonsure tool toot top topple torment
torpedo torque torture toss total tote totter touch tough toughen tour tousle tout tow towel tower toy trace track trade trademark
traduce traffic trail train trammel tramp trample transact transcend transcribe transcript transfer transfigure transfix transform
transfuse transgress transit transition translate transliterate transmigrate transmit transmute transpire transplant transport
transpose transverse trap trash traumatise traumatize travel traverse travesty trawl tread treadle treadmill treasure treat treble
tree trek trellis tremble trench trend trespass triage trial trick trickle trifle trigger trill trim trip triple triplicate tripod
trisect triumph trivialise trivialize troll troop trot trouble trouble-shoot troubleshoot trough trounce truck truckle trudge true
trump trumpet truncate trundle truss trust try tsk tuck tug tumble tune tunnel turf turn tussle tutor twang tweak tweet twiddle
twin twine twinge twinkle twirl twist twit twitch twitter type typecast typeset typify tyrannise tyrannize ulcer ulcerate
ultrasound umpire unbar unbend unbind unblock unbolt unbosom unbuckle unburden unbutton unclasp uncoil uncork uncouple uncover
undeceive under-achieve under-estimate under-feed under-go under-rate under-take under-value underachieve underact underbid
undercharge undercoat undercut underestimate underexpose underfeed undergo underlay underlie underline undermine underpay underpin
underplay underrate underscore undersell undershoot undersign understand understate understudy undertake undervalue underwrite
undo undress undulate unearth unfasten unfetter unfit unfold unfriend unfrock unfurl unhand unhear unhinge unhook unhorse uniform
unify unionise unionize unite unlace unlatch unlearn unleash unload unlock unloose unmake unman unmask unnerve unpack unpick unpin
unplug unravel unroll unsay unscramble unscrew unseal unseat unsee unsettle unsheathe unsnarl unstring untangle untie untwist
unveil unwind unwrap unzip up up-date up-scale up-stage up-take upbraid update upgrade uphold upholster uplift upload upraise
uproot upscale upset upstage upstart uptake upturn urbanise urbanize urge urinate use usher usurp utilise utilize utter vacate
vacation vaccinate vacillate vacuum valet validate value vamoose vamp vandalise vandalize vanish vanquish vapor vaporise vaporize
vapour vapourise vapourize variegate varnish vary vault vaunt veal vector veer vegetate veil vein vend veneer venerate vent
ventilate venture verbalise verbalize verge verify versify version vest vet veto vex vibrate victimise victimize victual video
video-tape videotape vie view vignette vilify vindicate vine violate visa vise vision visit visualise visualize vitalise vitalize
vitiate vituperate vivify vocalise vocalize vociferate vogue voice void volley volume volunteer vomit vortex vote vouch voucher
vouchsafe vow voyage vulcanise vulcanize vulgarise vulgarize wad waddle wade wafer waffle waft wag wage wager waggle wail wait
waive wake waken wale walk wall wallop wallow wallpaper waltz wan wand wander wane wangle want war warble ward warden ware
warehouse warm warn warp warrant wash waste watch water water-mark watermark waterproof wave waver wax waylay weaken wean wear
weary weasel weather weatherize weave web wed wedge wee weed weekend weep weigh weight weir welch welcome weld well welsh welter
wench wend westernise westernize wet whack wheal wheedle wheel wheeze whelp whet whey while whimper whine whinny whip whir whirl
whirr whisk whisper whistle white whiten whitewash whittle whiz whizz wholesale whoop whorl wick widen wield wig wiggle wile will
wilt win wince winch wind window wing wink winnow winter winterise winterize wipe wire wise wisecrack wish withdraw wither
withhold withstand witness wobble wolf womanise womanize wonder woo wood word work worm worry worse worsen worship wound wow wrack
wrangle wrap wreak wreathe wreck wrench wrest wrestle wriggle wring wrinkle write writhe wrong xerox yak yammer yank yap yard yarn
yaw yawn yearn yeast yell yellow yelp yield yip yodel yoke yowl zap zero zig-zag zigzag zinc zing zip zipper zone zoom
"""
