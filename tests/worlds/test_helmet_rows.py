"""What the world of the helmet has to carry, row by row: S1 to S16 here, what belongs to the telling in test_helmet_told.py.

Every test says what holds in the bundled world, and then takes the mechanism out of the story's text and sees it not hold.
"""

from fractions import Fraction

from tests.worlds.standing import next_scenes, odds, offers, phrases, points, read, runs, seen, state, taken, without, world

HELMET = world()
DROP = ("duel / they drop", "they drop where they are")
ASKS = [
    "ask for the helmet",
    "ask him to open his walls",
    "ask him to leave the Dark",
    "ask him to go home to his mother",
    "beg him to come away with her",
]


def duels(of, number=20):
    """How many duels there are in each of the first runs."""
    return [sum(event.sort == "scene" and event.label == "duel" for event in record.events) for record in runs(of, number)]


# ── S1: they meet again and again, over months ──


def test_s1_time_passes_between_two_meetings():
    timeless = without("  ~ month += 1\n")
    after, _ = taken(HELMET, *DROP, {"month": 5})
    assert read(HELMET, after, "month") == 6
    after, _ = taken(timeless, *DROP, {"month": 5})
    assert read(timeless, after, "month") == 5


def test_s1_they_meet_again_until_the_months_are_over():
    once = without("scene duel with Rey, Kylo\n  when month < 24\n", put="scene duel with Rey, Kylo\n  when month < 24\n  once\n")
    assert max(duels(HELMET)) > 5
    assert min(duels(HELMET)) < max(duels(HELMET))
    assert max(duels(once)) == 1
    assert "duel" in next_scenes(HELMET, {"month": 23})
    assert taken(HELMET, *DROP, {"month": 23})[1] == "ending weary"
    timeless = without('ending weary "Another year" when month is 24\n', put='ending weary "Another year"\n')
    assert taken(timeless, *DROP, {"month": 23})[1] != "ending weary"


# ── S2: decisions, weighed by motives, with the reasons kept ──


def test_s2_every_refusal_is_weighed_and_its_reasons_are_kept():
    motive = '      +1 "she has asked so many times" if Rey.asked >= 3\n'
    worn_down = without(motive)
    asked = {"Rey.asked": 3, "plea": "the helmet"}
    real, bare = offers(HELMET, "duel / answer", asked), offers(worn_down, "duel / answer", asked)
    assert real["let her words in"].weight == 2 * bare["let her words in"].weight
    assert "she has asked so many times" in phrases(HELMET, "duel / answer", "let her words in", asked)
    assert "she has asked so many times" not in phrases(worn_down, "duel / answer", "let her words in", asked)
    for refusal in ("lunge", "grunt, and give her nothing"):
        assert real[refusal].weight == bare[refusal].weight


def test_s2_the_refusals_are_likelier_than_giving_in_and_one_day_he_gives_in():
    given = "take it off, and throw it at her feet"
    fresh = {"Kylo.spent": 3, "Rey.asked": 1, "Kylo.longing": "none"}
    worn = {"Kylo.spent": 3, "Rey.asked": 4, "Kylo.longing": "consuming", "Kylo.shame": "strong"}
    assert odds(HELMET, "duel / he kneels", fresh)[given] < Fraction(1, 10)
    assert odds(HELMET, "duel / he kneels", worn)[given] >= Fraction(3, 4)
    deaf = without(
        '      +1 "she has asked so often that it has worn a path" if Rey.asked >= 4\n',
        '      -1 "she has hardly asked" if Rey.asked < 3\n',
    )
    asked = {"Kylo.spent": 3, "Rey.asked": 4}
    not_asked = {"Kylo.spent": 3, "Rey.asked": 1}
    assert points(HELMET, "duel / he kneels", given, asked) - points(HELMET, "duel / he kneels", given, not_asked) == 2
    assert points(deaf, "duel / he kneels", given, asked) == points(deaf, "duel / he kneels", given, not_asked)


# ── S3: a feeling exists and is not shown ──


def test_s3_the_helmet_hides_what_his_face_would_show():
    worn, bare = {"Kylo.shame": "consuming"}, {"Kylo.shame": "consuming", "helmet": "at her feet"}
    assert seen(HELMET, worn, "Rey: Kylo.hurt") == "none"
    assert seen(HELMET, bare, "Rey: Kylo.hurt") == "consuming"
    no_mask = without("  shows hurt unless helmet is worn", put="  shows hurt")
    assert seen(no_mask, worn, "Rey: Kylo.hurt") == "consuming"
    no_face = without("  shows hurt unless helmet is worn")
    assert seen(no_face, bare, "Rey: Kylo.hurt") == "none"


def test_s3_shame_keeps_the_helmet_on():
    ashamed, unashamed = {"Kylo.shame": "consuming", "Kylo.spent": 3}, {"Kylo.shame": "none", "Kylo.spent": 3}
    off = "take it off, and throw it at her feet"
    assert points(HELMET, "duel / he kneels", off, ashamed) == points(HELMET, "duel / he kneels", off, unashamed) - 2
    shameless = without('  tends to hide: -shame "she would see the scar"\n')
    assert points(shameless, "duel / he kneels", off, ashamed) == points(shameless, "duel / he kneels", off, unashamed)


# ── S4: the voice is a channel of its own ──

SAID = {"Kylo.said": "plain", "Kylo.regret": "consuming", "Kylo.shame": "consuming", "Kylo.anger": "none", "Kylo.longing": "consuming"}


def test_s4_through_the_modulator_shame_arrives_as_anger():
    assert seen(HELMET, SAID, "Rey: Kylo.anger") == "consuming"
    clear = without("  shows anger as max(anger, shame) while modulated")
    assert seen(clear, SAID, "Rey: Kylo.anger") == "none"


def test_s4_longing_does_not_come_through_and_the_words_do():
    assert seen(HELMET, SAID, "Rey: Kylo.ache") == "none"
    assert seen(HELMET, SAID, "Rey: Kylo.regret") == "consuming"
    leaky = without("  shows ache unless modulated", put="  shows ache")
    assert seen(leaky, SAID, "Rey: Kylo.ache") == "consuming"
    wordless = without("  shows regret while said is plain")
    assert seen(wordless, SAID, "Rey: Kylo.regret") == "none"
    assert seen(HELMET, {**SAID, "Kylo.said": "hard"}, "Rey: Kylo.regret") == "none"


def test_s4_the_voice_can_break_while_the_mask_holds():
    split = {**SAID, "grille": "split"}
    assert seen(HELMET, split, "Rey: Kylo.ache") == "consuming"
    assert seen(HELMET, split, "Rey: Kylo.anger") == "none"
    assert seen(HELMET, split, "Rey: Kylo.hurt") == "none"
    one_channel = without("fact modulated means grille is whole and helmet is worn", put="fact modulated means helmet is worn")
    assert seen(one_channel, split, "Rey: Kylo.ache") == "none"
    assert seen(one_channel, split, "Rey: Kylo.anger") == "consuming"


def test_s4_whom_she_has_heard_she_is_less_likely_to_kill():
    heard, unheard = {"Rey: Kylo.ache": "consuming"}, {"Rey: Kylo.ache": "none"}
    kill = "strike to kill"
    assert points(HELMET, "duel / she stands over him", kill, heard) == points(HELMET, "duel / she stands over him", kill, unheard) - 1
    deaf = without('  tends to kill: -1 "she has heard what he sounds like in there" if seems(Kylo.ache) >= strong\n')
    assert points(deaf, "duel / she stands over him", kill, heard) == points(deaf, "duel / she stands over him", kill, unheard)


# ── S5: the bond carries what she will not say, then guilt, and is quiet in between ──

APART = ()
LONGS = {"Rey.longing": "consuming", "Rey.anger": "none", "Rey.guilt": "strong"}


def test_s5_the_bond_brings_pictures_wherever_they_are_while_his_walls_are_low():
    assert seen(HELMET, {**LONGS, "Kylo.walls": 1}, "Kylo: Rey.pictures", APART) == "consuming"
    assert seen(HELMET, {**LONGS, "Kylo.walls": 2}, "Kylo: Rey.pictures", APART) == "none"
    assert seen(HELMET, {**LONGS, "Kylo.walls": 2}, "Kylo: Rey.pictures") == "none"  # not even face to face
    bondless = without("bond Rey to Kylo carries pictures while Kylo.walls < 2\n")
    assert seen(bondless, {**LONGS, "Kylo.walls": 1}, "Kylo: Rey.pictures", APART) == "none"
    unguarded = without("bond Rey to Kylo carries pictures while Kylo.walls < 2\n", put="bond Rey to Kylo carries pictures\n")
    assert seen(unguarded, {**LONGS, "Kylo.walls": 2}, "Kylo: Rey.pictures", APART) == "consuming"


def test_s5_the_bond_brings_guilt_and_is_quiet_while_it_holds_its_breath():
    open_, hushed = {**LONGS, "Kylo.walls": 0}, {**LONGS, "Kylo.walls": 0, "hush": "yes"}
    assert seen(HELMET, open_, "Kylo: Rey.guilt", APART) == "strong"
    assert seen(HELMET, hushed, "Kylo: Rey.guilt", APART) == "none"
    assert seen(HELMET, {**LONGS, "Kylo.walls": 2}, "Kylo: Rey.guilt", APART) == "none"
    guiltless = without("bond Rey to Kylo carries guilt while Kylo.walls < 2 and not hush\n")
    assert seen(guiltless, open_, "Kylo: Rey.guilt", APART) == "none"
    breathless = without("carries guilt while Kylo.walls < 2 and not hush", put="carries guilt while Kylo.walls < 2")
    assert seen(breathless, hushed, "Kylo: Rey.guilt", APART) == "strong"


def test_s5_when_he_throws_the_helmet_the_bond_is_silent_and_then_it_speaks():
    thrown = {"helmet": "at her feet", "Kylo.eyes": "down", "Kylo.walls": 0, "hush": "yes", "Kylo.shame": "strong"}
    before, _ = taken(HELMET, "duel / he kneels", "take it off, and throw it at her feet", {"Kylo.walls": 0, "Kylo.shame": "strong"})
    assert read(HELMET, before, "hush") == "yes"
    after, moment = taken(HELMET, "duel / silence", "pick it up, and come to him", thrown)
    assert (moment, read(HELMET, after, "Kylo: Rey.guilt")) == ("she holds it", "consuming")
    mute = without("  moment the bond speaks\n    ~ hush = no\n", put="  moment the bond speaks\n")
    after, moment = taken(mute, "duel / silence", "pick it up, and come to him", thrown)
    assert (moment, read(mute, after, "Kylo: Rey.guilt")) == ("she holds it", "none")


# ── S6: walls on the bond, worn down by what others do ──


def test_s6_she_wears_his_walls_down_and_he_lets_a_word_in():
    after, _ = taken(HELMET, "vigil / awake", "lean on his wall", {"Rey.asked": 3})
    assert read(HELMET, after, "Kylo.walls") == 1
    after, _ = taken(HELMET, "duel / answer", "let her words in", {"Rey.asked": 3})
    assert read(HELMET, after, "Kylo.walls") == 1
    solid = without("      ~ Kylo.walls -= 1\n", "      ~ walls -= 1\n")
    after, _ = taken(solid, "vigil / awake", "lean on his wall", {"Rey.asked": 3})
    assert read(solid, after, "Kylo.walls") == 2
    after, _ = taken(solid, "duel / answer", "let her words in", {"Rey.asked": 3})
    assert read(solid, after, "Kylo.walls") == 2


def test_s6_what_hurts_him_puts_stones_back():
    after, _ = taken(HELMET, "duel / her fury", "spit at his feet", {"Kylo.walls": 0})
    assert read(HELMET, after, "Kylo.walls") == 1
    solid = without("      ~ Kylo.walls += 1\n")
    after, _ = taken(solid, "duel / her fury", "spit at his feet", {"Kylo.walls": 0})
    assert read(solid, after, "Kylo.walls") == 0


# ── S7: contests with advantage, fatigue and harm ──


def test_s7_who_is_tired_gives_ground():
    his = "he drives her back"
    assert odds(HELMET, "duel / clash")[his] == Fraction(4, 11)
    assert odds(HELMET, "duel / clash", {"Rey.spent": 3})[his] == Fraction(7, 14)
    assert odds(HELMET, "duel / clash", {"Kylo.spent": 3})[his] == Fraction(4, 14)
    tireless = without("      weight 4 + Rey.spent\n", put="      weight 4\n")
    assert odds(tireless, "duel / clash", {"Rey.spent": 3})[his] == Fraction(4, 11)


def test_s7_the_edge_decides_who_stands_and_weariness_that_nobody_does():
    assert taken(HELMET, "duel / clash", "he drives her back", {"edge in duel": 1})[1] == "he stands over her"
    assert taken(HELMET, "duel / clash", "she drives him back", {"edge in duel": -1})[1] == "she stands over him"
    assert taken(HELMET, "duel / clash", "she drives him back", {"edge in duel": -1, "Kylo.spent": 2})[1] == "he kneels"
    tired = {"Kylo.spent": 1, "Rey.spent": 1}
    assert taken(HELMET, "duel / clash", "they trade burns", tired)[1] == "they drop"
    tireless = without("    -> they drop if Kylo.spent >= 2 and Rey.spent >= 2\n")
    assert taken(tireless, "duel / clash", "they trade burns", tired)[1] == "clash"
    no_edge = without("      ~ edge += 1\n")
    assert taken(no_edge, "duel / clash", "he drives her back", {"edge in duel": 1})[1] == "clash"


def test_s7_a_fight_does_harm():
    scarred = {"Kylo.wound": "scarred", "edge in duel": -1}
    blow = ("duel / clash", "her blade catches the grille")
    assert read(HELMET, taken(HELMET, *blow, scarred)[0], "Kylo.wound") == "raw"
    harmless = without("      ~ Kylo.wound = raw if Kylo.wound is scarred\n")
    assert read(harmless, taken(harmless, *blow, scarred)[0], "Kylo.wound") == "scarred"


# ── S8: a debt, and a debt as a reason ──

OVER_HIM, OVER_HER = "duel / she stands over him", "duel / he stands over her"


def ratio(of, where, label, debt):
    """How much a debt weighs: the option's weight with it, to its weight without."""
    return Fraction(offers(of, where, {debt: 1})[label].weight, offers(of, where, {debt: 0})[label].weight)


def test_s8_a_life_owed_makes_sparing_eight_times_as_heavy():
    assert ratio(HELMET, OVER_HIM, "let him live", "Rey.owed toward Kylo") == 2**3
    assert ratio(HELMET, OVER_HIM, "strike to kill", "Rey.owed toward Kylo") == Fraction(1, 2**3)
    assert ratio(HELMET, OVER_HER, "let her live", "Kylo.owed toward Rey") == 2**3
    assert ratio(HELMET, OVER_HER, "strike to kill", "Kylo.owed toward Rey") == Fraction(1, 2**3)
    ungrateful = without(
        '      +3 "he let her live once" if owed toward Kylo is 1\n',
        '  tends to kill: -3 "he let her live once" if owed toward Kylo is 1\n',
        '      +3 "she let him live once" if owed toward Rey is 1\n',
        '      -3 "she let him live once" if owed toward Rey is 1\n',
    )
    for where, label, debt in (
        (OVER_HIM, "let him live", "Rey.owed toward Kylo"),
        (OVER_HIM, "strike to kill", "Rey.owed toward Kylo"),
        (OVER_HER, "let her live", "Kylo.owed toward Rey"),
        (OVER_HER, "strike to kill", "Kylo.owed toward Rey"),
    ):
        assert ratio(ungrateful, where, label, debt) == 1


def test_s8_to_be_spared_is_to_owe_and_to_spare_is_to_have_paid():
    after, _ = taken(HELMET, OVER_HER, "let her live")
    assert read(HELMET, after, "Rey.owed toward Kylo") == 1
    after, _ = taken(HELMET, OVER_HIM, "let him live", {"Rey.owed toward Kylo": 1})
    assert (read(HELMET, after, "Rey.owed toward Kylo"), read(HELMET, after, "Kylo.owed toward Rey")) == (0, 0)
    after, _ = taken(HELMET, OVER_HER, "let her live", {"Kylo.owed toward Rey": 1})
    assert (read(HELMET, after, "Rey.owed toward Kylo"), read(HELMET, after, "Kylo.owed toward Rey")) == (0, 0)
    after, _ = taken(HELMET, OVER_HIM, "let him live")
    assert read(HELMET, after, "Kylo.owed toward Rey") == 1
    free = without("      ~ Rey.owed toward Kylo = 1 if owed toward Rey is 0\n", "      ~ owed toward Kylo = 0\n")
    after, _ = taken(free, OVER_HER, "let her live")
    assert read(free, after, "Rey.owed toward Kylo") == 0
    after, _ = taken(free, OVER_HIM, "let him live", {"Rey.owed toward Kylo": 1})
    assert read(free, after, "Rey.owed toward Kylo") == 1


# ── S9: wounds that heal or go bad with time; place and weather that matter ──

CUT = "meanwhile / the cut"


def test_s9_the_cut_goes_bad_or_heals_with_time_and_a_scar_does_neither():
    assert {"the cut goes bad", "the cut heals"} <= set(offers(HELMET, CUT))
    timeless = without("      ~ Kylo.wound = infected\n", "      ~ Kylo.wound = scarred\n")
    for label, wound in (("the cut goes bad", "infected"), ("the cut heals", "scarred")):
        assert read(HELMET, taken(HELMET, CUT, label)[0], "Kylo.wound") == wound
        assert read(timeless, taken(timeless, CUT, label)[0], "Kylo.wound") == "raw"
    assert taken(HELMET, *DROP, {"Kylo.wound": "raw"})[1] == "the cut"
    for wound in ("scarred", "infected"):
        assert taken(HELMET, *DROP, {"Kylo.wound": wound})[1] == ""
    restless = without("  -> end if Kylo.wound is not raw\n")
    assert taken(restless, *DROP, {"Kylo.wound": "scarred"})[1] == "the cut"


def test_s9_a_cut_that_is_shown_heals_and_one_that_is_turned_away_from_opens():
    shown, _ = taken(HELMET, "duel / he kneels", OFF, {"Kylo.wound": "infected"})
    assert read(HELMET, shown, "Kylo.wound") == "scarred"
    shunned, _ = taken(HELMET, "duel / silence", "turn away without a word", {"Kylo.wound": "scarred"})
    assert read(HELMET, shunned, "Kylo.wound") == "raw"
    dull = without("      ~ wound = scarred\n", "      ~ Kylo.wound = raw\n")
    assert read(dull, taken(dull, "duel / he kneels", OFF, {"Kylo.wound": "infected"})[0], "Kylo.wound") == "infected"
    shunned, _ = taken(dull, "duel / silence", "turn away without a word", {"Kylo.wound": "scarred"})
    assert read(dull, shunned, "Kylo.wound") == "scarred"


def test_s9_an_infected_cut_brings_a_fever_and_with_it_a_night_that_may_be_his_last():
    assert next_scenes(HELMET, {"Kylo.wound": "infected"})["fever"] > Fraction(1, 2)
    assert "fever" not in next_scenes(HELMET, {"Kylo.wound": "raw"})
    assert taken(HELMET, "fever / crisis", "it does not", {"Kylo.wound": "infected"})[1] == "ending mask stays"
    healthy = without("  when Kylo.wound is infected and month < 24\n", put="  when month > 24\n")
    assert "fever" not in next_scenes(healthy, {"Kylo.wound": "infected"})


def test_s9_the_wind_finds_a_wound_and_the_worse_the_wound_the_surer():
    gust, finds = "duel / gust", "the wind finds his face"
    weights = [offers(HELMET, gust, {"Kylo.wound": wound})[finds].weight for wound in ("scarred", "raw", "infected")]
    assert weights == [1, 2, 3]
    numb = without("      weight 1 + Kylo.wound\n", put="      weight 1\n")
    assert offers(numb, gust, {"Kylo.wound": "infected"})[finds].weight == 1
    after, _ = taken(HELMET, gust, finds, {"Kylo.wound": "scarred"})
    assert [read(HELMET, after, what) for what in ("edge in duel", "Kylo.spent", "Kylo.wound")] == [-1, 1, "raw"]
    kind = without("      ~ Kylo.wound = raw if Kylo.wound is scarred\n")
    assert read(kind, taken(kind, gust, finds, {"Kylo.wound": "scarred"})[0], "Kylo.wound") == "scarred"


def test_s9_the_wind_blows_where_it_snows_and_a_temper_cools_where_there_is_grass():
    def places(of):
        return [read(of, taken(of, "duel / weather", label)[0], "place") for label in ("snow", "thaw", "a long evening")]

    def comes_to(of, place):
        return taken(of, "duel / demand", "attack without a word", {"place": place})[1]

    def temper(of, label):
        return read(of, taken(of, "duel / weather", label, {"Rey.anger": "consuming"})[0], "Rey.anger")

    assert places(HELMET) == ["wastes", "forest", "meadow"]
    assert places(without("      ~ place = forest\n", "      ~ place = meadow\n")) == ["wastes"] * 3
    assert [comes_to(HELMET, place) for place in ("wastes", "forest", "meadow")] == ["gust", "clash", "clash"]
    assert comes_to(without("fact wind means place is wastes", put="fact wind means month > 24"), "wastes") == "clash"
    assert [temper(HELMET, label) for label in ("snow", "thaw", "a long evening")] == ["consuming", "consuming", "strong"]
    assert temper(without("      ~ Rey.anger -= 1 if Rey.anger is consuming\n"), "a long evening") == "consuming"


# ── S10: feelings that crowd out others, and acts chosen for what they do to somebody's feelings ──


def test_s10_anger_takes_the_place_of_longing():
    furious = {"Rey.anger": "consuming", "Rey.longing": "strong"}
    assert points(HELMET, "duel / demand", ASKS[0], furious) == points(HELMET, "duel / demand", ASKS[0], {"Rey.longing": "strong"}) - 2
    angry = {"Rey.anger": "strong", "Rey.longing": "strong"}
    after, _ = taken(HELMET, "duel / answer", "grunt, and give her nothing", angry)
    assert (read(HELMET, after, "Rey.anger"), read(HELMET, after, "Rey.longing")) == ("consuming", "none")
    roomy = without(
        '  tends to beg: -2 "she is too angry to want anything else" if anger is consuming\n',
        "      ~ Rey.longing -= 1 if Rey.anger is consuming\n",
    )
    assert points(roomy, "duel / demand", ASKS[0], furious) == points(roomy, "duel / demand", ASKS[0], {"Rey.longing": "strong"})
    after, _ = taken(roomy, "duel / answer", "grunt, and give her nothing", angry)
    assert (read(roomy, after, "Rey.anger"), read(roomy, after, "Rey.longing")) == ("consuming", "strong")


def test_s10_her_fury_blots_out_the_pictures_that_trouble_him():
    troubled = {"Rey.longing": "consuming", "Kylo.walls": 1, "Kylo: Rey.pictures": "consuming"}
    assert seen(HELMET, {**troubled, "Rey.anger": "consuming"}, "Kylo: Rey.pictures") == "none"
    assert seen(HELMET, {**troubled, "Rey.anger": "strong"}, "Kylo: Rey.pictures") == "consuming"
    clear = without("bond Rey to Kylo carries pictures as none while Rey.anger is consuming and Kylo.walls < 2\n")
    assert seen(clear, {**troubled, "Rey.anger": "consuming"}, "Kylo: Rey.pictures") == "consuming"


def test_s10_he_grunts_in_order_to_make_her_angry():
    grunt, why = "grunt, and give her nothing", "her anger is easier to meet than her longing"
    troubled, spared = {"Kylo: Rey.pictures": "strong"}, {"Kylo: Rey.pictures": "none"}
    assert points(HELMET, "duel / answer", grunt, troubled) == points(HELMET, "duel / answer", grunt, spared) + 2
    assert why in phrases(HELMET, "duel / answer", grunt, troubled)
    assert read(HELMET, taken(HELMET, "duel / answer", grunt, troubled)[0], "Rey.anger") == "strong"
    motiveless = without(f'      +2 "{why}" if seems(Rey.pictures) >= strong\n')
    assert points(motiveless, "duel / answer", grunt, {}) == points(HELMET, "duel / answer", grunt, spared)
    assert why not in phrases(motiveless, "duel / answer", grunt)
    harmless = without("      ~ Rey.anger += 1\n      ~ Rey.longing -= 1 if Rey.anger is consuming\n")
    assert read(harmless, taken(harmless, "duel / answer", grunt, troubled)[0], "Rey.anger") == "none"


# ── S11: acts that wound feelings and not bodies ──


def test_s11_spitting_hurts_him_where_no_blade_reaches():
    before = {"Kylo.shame": "strong", "Kylo.longing": "strong", "Kylo.walls": 1}
    feelings = ("Kylo.shame", "Kylo.longing", "Kylo.walls")
    for where in (OVER_HIM, "duel / her fury"):
        after, _ = taken(HELMET, where, "spit at his feet", before)
        assert [read(HELMET, after, what) for what in feelings] == ["consuming", "none", 2]
        assert read(HELMET, after, "Kylo.wound") == read(HELMET, state(HELMET, before), "Kylo.wound")
    painless = without("      ~ Kylo.shame += 1\n", "      ~ Kylo.walls += 1\n", "      ~ Kylo.longing -= 1\n")
    for where in (OVER_HIM, "duel / her fury"):
        after, _ = taken(painless, where, "spit at his feet", before)
        assert [read(painless, after, what) for what in feelings] == ["strong", "strong", 1]


# ── S12: demands that grow, each with more at stake; allegiances ──


def asked_for(of, asked):
    """The demands that are open to her when she has asked so often."""
    return [label for label in offers(of, "duel / demand", {"Rey.asked": asked}) if label in ASKS]


def test_s12_she_demands_more_the_more_often_she_has_asked():
    assert [asked_for(HELMET, asked) for asked in range(5)] == [ASKS[: asked + 1] for asked in range(5)]
    for label in ASKS[:4]:
        assert read(HELMET, taken(HELMET, "duel / demand", label, {"Rey.asked": 3})[0], "Rey.asked") == 4
    blunt = without(*(f"      if asked >= {asked}\n" for asked in (1, 2, 3, 4)))
    assert asked_for(blunt, 0) == ASKS
    patient = without("      ~ asked += 1\n")
    assert read(patient, taken(patient, "duel / demand", ASKS[0])[0], "Rey.asked") == 0


def test_s12_it_gets_more_urgent():
    assert points(HELMET, "duel / demand", ASKS[1], {"Rey.asked": 3}) == points(HELMET, "duel / demand", ASKS[1], {"Rey.asked": 2}) + 1
    even = without('  tends to beg: +1 "it gets more urgent every time she does not get it" if asked >= 3\n')
    assert points(even, "duel / demand", ASKS[1], {"Rey.asked": 3}) == points(even, "duel / demand", ASKS[1], {"Rey.asked": 2})


def test_s12_whose_side_he_is_on_decides_what_he_can_grant():
    leave = {"plea": "come away", "Kylo.walls": 0, "Kylo.faith": 1}
    home = {"plea": "his mother", "Kylo.walls": 1, "Kylo.faith": 1}
    assert "go with her" in offers(HELMET, "duel / answer", leave)
    assert "say the old name aloud" in offers(HELMET, "duel / answer", home)
    for loyal, label in (({**leave, "Kylo.faith": 2}, "go with her"), ({**home, "Kylo.faith": 2}, "say the old name aloud")):
        assert label not in offers(HELMET, "duel / answer", loyal)
        faithless = without(" and faith < 2")
        assert label in offers(faithless, "duel / answer", loyal)
    dark = {"plea": "the Dark", "Kylo.faith": 2}
    assert read(HELMET, taken(HELMET, "duel / answer", "let her words in", dark)[0], "Kylo.faith") == 1
    deaf = without("      ~ faith -= 1 if plea is the Dark\n")
    assert read(deaf, taken(deaf, "duel / answer", "let her words in", dark)[0], "Kylo.faith") == 2


# ── S13: exhausted, on his knees, he takes it off; things change hands ──

OFF = "take it off, and throw it at her feet"


def test_s13_exhaustion_brings_him_to_his_knees_and_takes_the_helmet_off():
    assert taken(HELMET, "duel / clash", "she drives him back", {"edge in duel": -1, "Kylo.spent": 2})[1] == "he kneels"
    assert points(HELMET, "duel / he kneels", OFF, {"Kylo.spent": 3}) == points(HELMET, "duel / he kneels", OFF, {"Kylo.spent": 2}) + 2
    assert "get up" not in offers(HELMET, "duel / he kneels", {"Kylo.spent": 3})
    upright = without("    -> he kneels if edge is -2 and Kylo.spent is 3\n")
    assert taken(upright, "duel / clash", "she drives him back", {"edge in duel": -1, "Kylo.spent": 2})[1] != "he kneels"
    fresh = without('      +2 "there is nothing left to hold it on with" if spent is 3\n')
    assert points(fresh, "duel / he kneels", OFF, {"Kylo.spent": 3}) == points(fresh, "duel / he kneels", OFF, {"Kylo.spent": 2})


def test_s13_the_helmet_goes_from_his_head_to_the_ground_to_her_hands_to_his_lap_and_back():
    def way(of):
        steps = (
            ("duel / he kneels", OFF),
            ("duel / silence", "pick it up, and come to him"),
            ("duel / what she does", "say that she is sorry, and put it in his lap"),
            ("duel / his lap", "put it on again"),
        )
        return [read(of, taken(of, where, label)[0], "helmet") for where, label in steps]

    assert way(HELMET) == ["at her feet", "in her hands", "in his lap", "worn"]
    glued = without("      ~ helmet = at her feet\n", "      ~ helmet = in her hands\n", "      ~ helmet = in his lap\n")
    assert way(glued) == ["worn"] * 4


# ── S14: he is sure of disgust; it is guilt, and he finds out ──

BARE = {"helmet": "in her hands", "Kylo.shame": "consuming", "Rey.guilt": "strong", "Rey.disgust": "none"}


def test_s14_he_expects_disgust_and_it_weighs_before_she_has_felt_anything():
    why = "she would despise him"
    assert read(HELMET, state(HELMET, {}), "Kylo: Rey.disgust") == "consuming"
    assert read(HELMET, state(HELMET, {}), "Rey.disgust") == "none"
    assert why in phrases(HELMET, "duel / he kneels", OFF)
    trusting = without("  expects Rey.disgust = consuming\n")
    assert why not in phrases(trusting, "duel / he kneels", OFF)


def test_s14_shame_takes_guilt_for_disgust_until_there_is_less_of_it():
    assert seen(HELMET, BARE, "Kylo: Rey.disgust") == "strong"
    assert seen(HELMET, {**BARE, "Kylo.shame": "strong"}, "Kylo: Rey.disgust") == "none"
    plain = without("  reads Rey.disgust as max(Rey.disgust, Rey.guilt) while shame is consuming\n")
    assert seen(plain, BARE, "Kylo: Rey.disgust") == "none"


def test_s14_as_long_as_he_does_not_look_up_nothing_corrects_him():
    down = {**BARE, "Kylo.shame": "strong", "Kylo.eyes": "down"}
    assert seen(HELMET, down, "Kylo: Rey.disgust") == "consuming"
    sees_all = without("  shows disgust, guilt unless helmet is worn or Kylo.eyes is down", put="  shows disgust, guilt")
    assert seen(sees_all, down, "Kylo: Rey.disgust") == "none"


def test_s14_her_apology_makes_him_look_up_and_see_that_he_was_wrong():
    sorry = ("duel / what she does", "say that she is sorry, and put it in his lap")
    before = {**BARE, "Kylo.eyes": "down", "Rey.guilt": "consuming"}
    after, _ = taken(HELMET, *sorry, before)
    assert (read(HELMET, after, "Rey.sorry"), read(HELMET, after, "Kylo.eyes")) == ("yes", "up")
    assert (read(HELMET, after, "Kylo: Rey.disgust"), read(HELMET, after, "Kylo: Rey.guilt")) == ("none", "consuming")
    assert "what he expected is not on her face" in phrases(
        HELMET, "duel / his lap", "leave it off, and answer her", {"Kylo: Rey.disgust": "none"}
    )
    stubborn = without("      ~ Kylo.eyes = up\n      ~ Kylo.shame -= 1\n")
    after, _ = taken(stubborn, *sorry, before)
    assert read(stubborn, after, "Kylo: Rey.disgust") == "consuming"
    unshaken = without("      ~ Kylo.eyes = up\n      ~ Kylo.shame -= 1\n", put="      ~ Kylo.eyes = up\n")
    after, _ = taken(unshaken, *sorry, before)
    assert read(unshaken, after, "Kylo: Rey.disgust") == "consuming"  # he looks, and shame reads her face for him


# ── S15: the reversal, and an ending that is a return ──

LAP = {
    "helmet": "in his lap",
    "saber": "on the ground",
    "Rey.sorry": "yes",
    "Kylo.eyes": "up",
    "Kylo.regret": "consuming",
    "Kylo.shame": "strong",
}
BACK_ON = {**LAP, "helmet": "worn"}


def test_s15_the_helmet_goes_back_on_both_ignite_and_he_answers():
    assert odds(HELMET, "duel / his lap", LAP)["put it on again"] > Fraction(1, 2)
    after, moment = taken(HELMET, "duel / his lap", "put it on again", LAP)
    assert (read(HELMET, after, "helmet"), moment) == ("worn", "her blade")
    after, moment = taken(HELMET, "duel / her blade", "take up her saber, and light it", BACK_ON)
    assert (read(HELMET, after, "saber"), moment) == ("in her hand", "last word")
    after, moment = taken(HELMET, "duel / last word", "answer her", BACK_ON)
    assert moment == "last light"
    assert (read(HELMET, after, "Rey: Kylo.regret"), read(HELMET, after, "modulated")) == ("consuming", "yes")
    assert taken(HELMET, "duel / last light", "nod, with her blade lit", BACK_ON)[1] == "ending returned"
    bare = without('      +4 "it is the only blanket that he has"\n')
    assert odds(bare, "duel / his lap", LAP)["put it on again"] < Fraction(1, 5)
    mute = without("      ~ said = plain\n")
    after, _ = taken(mute, "duel / last word", "answer her", BACK_ON)
    assert read(mute, after, "Rey: Kylo.regret") == "none"


def test_s15_her_apology_is_a_reason_for_his_answer():
    sorry, silent = BACK_ON, {**BACK_ON, "Rey.sorry": "no"}
    assert points(HELMET, "duel / last word", "answer her", sorry) == points(HELMET, "duel / last word", "answer her", silent) + 2
    cold = without('      +2 "she is sorry, and so is he" if Rey.sorry\n')
    assert points(cold, "duel / last word", "answer her", sorry) == points(cold, "duel / last word", "answer her", silent)


def test_s15_some_runs_return_and_without_the_answer_none_does():
    assert any(record.over.ending == "returned" for record in runs(HELMET, 60))
    lost = without("    * answer her\n      +2", put="    * answer her\n      if month > 24\n      +2")
    assert not any(record.over.ending == "returned" for record in runs(lost, 60))


# ── S16: hers in the hand and his in his mind ──


def test_s16_possession_and_claim_are_two_things():
    take, grant = "take the saber out of her hand", "tell her that the saber is hers"

    def open_(of, hand, claim):
        return {take, grant} & set(offers(of, OVER_HER, {"saber": hand, "Kylo.claim": claim}))

    assert open_(HELMET, "in her hand", "yes") == {take, grant}
    assert open_(HELMET, "in her hand", "no") == set()
    assert open_(HELMET, "in his hand", "yes") == set()
    unclaimed = without("      if saber is in her hand and claim\n", put="      if saber is in her hand\n")
    assert open_(unclaimed, "in her hand", "no") == {take, grant}


def test_s16_taking_it_changes_the_hand_and_letting_it_go_changes_the_claim():
    def both(of, label):
        after, _ = taken(of, OVER_HER, label)
        return read(of, after, "saber"), read(of, after, "Kylo.claim")

    assert both(HELMET, "take the saber out of her hand") == ("in his hand", "yes")
    assert both(HELMET, "tell her that the saber is hers") == ("in her hand", "no")
    one_thing = without("      ~ claim = no\n")
    assert both(one_thing, "tell her that the saber is hers") == ("in her hand", "yes")


def test_s16_he_throws_it_back_only_when_it_is_in_his_hand_and_no_longer_his():
    def throws(of, hand, claim):
        return "throw her the saber" in offers(of, "duel / answer", {"saber": hand, "Kylo.claim": claim})

    assert [throws(HELMET, hand, claim) for hand, claim in (("in his hand", "no"), ("in his hand", "yes"), ("in her hand", "no"))] == [
        True,
        False,
        False,
    ]
    grasping = without("      if saber is in his hand and not claim\n", put="      if saber is in his hand\n")
    assert throws(grasping, "in his hand", "yes")
