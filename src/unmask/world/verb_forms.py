"""The forms of English verbs that no rule gives, and adverbs: from data, made by tools/make_verbs.py and by nobody's hand.

The data is that of lemminflect 0.2.3, which has it from the SPECIALIST Lexicon of the National Library of Medicine:

    infl_lu.csv.gz  sha256 8c44bd5bec62488bef043f98b0cab022a431d6cb03954864ea70334530908ba7
    lemma_lu.csv.gz  sha256 fd6f807e796da07f2a430d073cefae17004f7147abda065bb48b129dc29a850f

lemminflect's licence:

    The MIT License (MIT)

    Copyright (C) 2019 Brad Jascob

    Permission is hereby granted, free of charge, to any person obtaining a copy
    of this software and associated documentation files (the "Software"), to deal
    in the Software without restriction, including without limitation the rights
    to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
    copies of the Software, and to permit persons to whom the Software is
    furnished to do so, subject to the following conditions:

    The above copyright notice and this permission notice shall be included in
    all copies or substantial portions of the Software.

    THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
    IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
    FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
    AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
    LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
    OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
    THE SOFTWARE.
"""

THIRDS = """
demo:demos dis:disses disco:discos fresco:frescos ghetto:ghettos halo:halos have:has hobo:hobos memo:memos photo:photos
quiz:quizzes solo:solos stomach:stomachs synch:synchs tango:tangos whiz:whizzes
"""

PASTS = """
abode alit arisen arose ate awoke awoken baby-sat babysat backbit backbitten backslid backslidden bade beaten became befallen
befell began begat begot begotten begun beheld bent bereft besought bespoke bespoken bestrid bestridden bestrode betrode bidden
bit bitten blent blest blew blown born borne bought broke broken brought browbeaten built burnt came caught chid chidden chose
chosen clad cleft clove cloven clung countersank countersunk crept curst daydreamt daylit dealt did disproven done doth dove drank
drawn dreamt drew driven drove drunk dug durst dwelt eaten fallen felt flew floodlit flown flung forbad forbade forbidden forbore
forborne foregone foresaw foreseen foreswore foresworn foretold forewent forgave forgiven forgone forgot forgotten forsaken
forsook forswore forsworn forwent fought froze frozen gainsaid gave gelt ghost-written ghost-wrote ghostwritten ghostwrote gilt
girt given gone got gotten greenlit grew grown had hamstrung hath heard held hewn hid hidden housebroke housesat hove hung inlaid
interwove interwoven joyrode kept knelt knew known laid lain landslid leant leapt learnt left lent lit lost made meant met mis-did
mis-done misdealt misdid misdone mislaid misspelt misspent mistaken mistook misunderstood moonlit mown nosedove outbade outbidden
outbroke outbroken outdid outdone outgone outgrew outgrown outlaid outran outshone outwent outwore outworn over-ate over-came
over-eaten over-hung over-paid over-ridden over-rode over-shot over-taken over-took over-written over-wrote overate overbore
overborne overcame overdid overdone overdrawn overdrew overdriven overdrove overeaten overgrew overgrown overheard overhung
overlaid overlain overpaid overran overridden overrode oversaw overseen overshot overslept oversold overtaken overthrew overthrown
overtook overwritten overwrote paid partaken partook pent pre-paid prepaid proven quoth ran rang re-bound re-built re-did re-done
re-drawn re-drew re-sent re-taken re-thought re-took re-written re-wrote rebuilt redid redone redrawn redrew relaid remade repaid
reran resold respelt retaken rethought retold retook rewound rewritten rewrote ridden risen rode rose rung said saith sang sank
sat sawn seen sent sewn shaken shat shaven shod shone shook shorn shot shown shrank shriven shrove shrunk shrunken skydove slain
slept slew slid slung slunk smitten smote snuck sold sought sown spake spat spelt spent spilt spoilt spoke spoken spotlit sprang
sprung spun staid stank stole stolen stood stove strewn stricken stridden stript striven strode strove struck strung stuck stung
stunk sunburnt sung sunk swam swept swollen swore sworn swum swung taken taught thought threw thriven throve thrown told took tore
torn trod trodden troubleshot unbent unbound under-gone under-taken under-took under-went undergone underlain underpaid undershot
undersold understood undertaken undertook underwent underwritten underwrote undid undone unlearnt unsaid unwound upheld waylaid
went wept withdrawn withdrew withheld withstood woke woken won wore worn wove woven wrapt writ written wrote wrought wrung
"""

SAME_IN_THE_PAST = """
beat beset bet bid broadcast browbeat burst bust cast cost cut fit forecast hit hurt input inset knit let lip-read lipread miscast
misread off-set offset outbid output overspread plead pre-set preset proof-read proofread put quit re-read re-set read rebroadcast
recast reread reset rid set shed shit shut slit spit split spread sublet thrust typecast typeset underbid undercut upset wed wet
"""

PASTS_OF_ANOTHER = """
bore bound crew fell found ground lay overlay rebound rent resent saw smelt underlay wound
"""

BASES_LIKE_FORMS = """
ally apply bed behove belly bias bleed bobsled breast-feed breastfeed breed bring bully bus callus canvas caucus census chorus
cling comply cross-breed crossbreed dally ding dis dolly embed exceed feed fling fly focus force-feed gas hamstring heed imbed
imply inbreed interbreed jelly king lens misapply multiply need nonplus outswing overfeed overfly ping ply present proceed radius
rally re-apply re-focus re-supply reapply refocus relent rely rendezvous repent reply reseed resent restring resupply ring sally
seed shed shilly-shally shred sing sled sling speed spoon-feed spring sting string succeed sully supply swing tally ting trellis
under-feed underfeed unstring wed weed wing wring zing
"""

ADVERBS = """
aback aboard abreast abroad adagio afield afloat afoot afresh aft after-wards afterward afterwards again agape ago aground ahead
akimbo alfresco alike all allegro almost aloft alone along-side aloud already alright also altogether always amok amuck andante
anew anti-clockwise anticlockwise anyhow anymore anytime anyway anywhere apace apart apiece apropos aright ashore aside askew
aslant astray astride away awhile backhand backhanded backstage backward backwards bare-foot bare-handed bare-headed bareback
barefoot barefooted barehanded bareheaded before-hand beforehand belike besides betimes both cleaner cleanest clearer clearest
clock-wise clockwise closer closest cold contrariwise correctlier correctliest counter-clockwise counterclockwise cross-wise
crossways crosswise damned dead deadpan deep deeper deepest doubtless down-town down-ward downhill downright downstairs downstate
downstream downtown downward downwards downwind due each earlier earliest easier easiest east eastward eastwards easy edgeways
edgewise either elsewhere endwise enough ergo ever everywhere extra fain falsetto far farther farthest faster fastest firmer
firmest first first-hand firsthand foremost forever forte forth forwards four-fold fourfold freaking free-hand free-style freeer
freeest freehand freestyle frigging fucking fuller fullest further-more furthermore furthest goddamn gratis half half-way halfway
hard harder hardest head-first headfirst headlong heavenward heavier heaviest heavy hence henceforth henceforward here
here-to-fore hereafter hereby herein hereof hereto heretofore herewith high higher highest hither hither-to hitherto homeward
homewards however hundred-fold hundredfold ill inboard incognito incommunicado indeed indoors inland insofar instead inward
inwards irregardless just kinda largo late later least leastwise leftwards legato length-wise lengthways lengthwise less lesser
lighter lightest like-wise likewise little longer longest loud louder loudest lowest maybe mayhap meantime meanwhile mid-way
midstream midway mighty more more-over moreover most much nearer nearest never never-the-less nevertheless next nigh no
none-the-less nonetheless north north-east north-west northeast northeastward northward northwards northwest not notwithstanding
now nowadays nowhere nowise offhand offstage oft often often-times oftentimes on-line on-shore once online onshore onward onwards
otherwise outdoors outright outward outwards over-all overall overboard overhead overland overmuch overnight overseas overtime pa
passing peradventure perchance perforce perhaps pianissimo piece-meal piecemeal plenty post-mortem post-partum posthaste
postmortem postpartum postwar pretty prone pronto proud quasi quick quicker quickest quite rather rattling rearward regardless
ringside rougher roughest roughshod scarce seaward seldom sharp side-arm sidearm sideways sidewise slantwise slower slowest
smaller smallest so someday somehow someplace sometime sometimes somewhat somewhere soon sooner soonest sore sorer sorest sorta
sounder soundest south south-east south-west southeast southward southwards southwest stand-by standby stark straight straightaway
straighter straightest super suppley sure tandem ten-fold tenfold then thence there thereabouts thereafter thereby therefore
therefrom therein thereof thereon thereto thereupon therewith thick thicker thickest thinner thinnest though three-fold threefold
thrice throughout thus tight tighter tightest today together tomorrow tonight too topless topside twice two-fold twofold unawares
underfoot underground underhand underwater unsurprising up-hill upfront uphill upper-most uppermost upright upstairs upstate
upstream uptown upward upwards verbatim very west westward westwards whenever wherever wide wider widest windward world-wide
worldwide worst yea yep yes yesterday yet yonder yup
"""
