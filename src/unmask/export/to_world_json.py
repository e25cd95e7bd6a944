"""A world as data that an engine in another language can play and tell. docs/reference/world-format.md describes it.

It is a dict that `json` can write. Names are those of `unmask.world.model`; what says nothing there (no, none, empty) is left out, and
what stands in many places (types, variables, expressions) stands once, in a table, and is meant by its number. One promise: whoever reads
it needs no other file, and what JavaScript cannot count exactly is refused here.
"""

from collections.abc import Iterable

from unmask.export.exact import refuse_what_is_too_large
from unmask.motif.events import Happening, happenings
from unmask.motif.following import Following
from unmask.telling.capitals import abbreviations, figures_rank
from unmask.world import model
from unmask.world.model import Expression, Template, Type, Variable, World
from unmask.world.places import Places

FORMAT = 1
Json = dict[str, object]


def world_json(world: World, fingerprint: str = "") -> Json:
    """Everything that running, telling and asking need. Raises NotExact where numbers may grow too large for JavaScript."""
    refuse_what_is_too_large(world)
    return _Writer(world).world(fingerprint)


class _Writer:
    """Gives out the numbers of what is shared, each by when it was first met."""

    def __init__(self, source: World) -> None:
        self.source = source
        self.types: dict[Type, int] = {}
        # Those that are declared come first, so that the n-th declaration is the n-th variable's.
        self.variables: dict[Variable, int] = {variable: number for number, variable in enumerate(source.variables)}
        self.expressions: dict[tuple[object, ...], int] = {}
        self.written: list[object] = []

    def world(self, fingerprint: str) -> Json:
        source = self.source
        following = Following(source)
        found = _bare(
            cover=_cover(source.cover),
            declared=[self.declared(declared) for declared in source.variables.values()],
            people=[self.person(person) for person in source.people.values()],
            kinds=[[name, people] for name, people in source.kinds.items()],
            routes=[self.route(route) for route in source.routes],
            readings=[self.reading(reading) for reading in source.readings],
            expectations=[[one.observer, self.variable(one.variable), one.value] for one in source.expectations],
            scenes=[self.scene(scene) for scene in source.scenes],
            meanwhiles=[self.scene(scene) for scene in source.meanwhiles],
            endings=[self.ending(ending) for ending in source.endings],
            beliefs=[[belief.observer, self.variable(belief.of)] for belief in Places(source).beliefs],
            following=self.following(following),
        )
        tables = {
            "types": [_type(type_) for type_ in self.types],
            "variables": [_bare(**variable._asdict()) for variable in self.variables],
            "expressions": self.written,
        }
        return {"format": FORMAT, "fingerprint": fingerprint, **tables, **found, "limit": source.limit, **_writing(source)}

    # ── what is shared ──

    def type(self, type_: Type) -> int:
        return self.types.setdefault(type_, len(self.types))

    def variable(self, variable: Variable) -> int:
        return self.variables.setdefault(variable, len(self.variables))

    def expression(self, expression: Expression | None) -> int | None:
        """The number of an expression; what it is made of has smaller numbers."""
        if expression is None:
            return None
        written = self.form(expression)
        # Known by what is written, for tuples of two classes may be equal: reading a field, and asking for an event.
        key = tuple(written) if isinstance(written, list) else (written,)
        if key not in self.expressions:
            self.expressions[key] = len(self.written)
            self.written.append(written)
        return self.expressions[key]

    def form(self, expression: Expression) -> int | list[object]:
        match expression:
            case model.Constant(value):
                return value
            case model.Read(variable):
                return ["read", self.variable(variable)]
            case model.Seems(observer, variable):
                return ["seems", observer, self.variable(variable)]
            case model.Happened(event):
                return ["happened", *event]
            case model.Was(of):
                return ["was", self.expression(of)]
            case model.Times():
                return ["times"]
            case model.Operation(operator, operands):
                return [operator, *(self.expression(operand) for operand in operands)]

    def all_of(self, expressions: Iterable[Expression]) -> list[int | None]:
        return [self.expression(expression) for expression in expressions]

    # ── people and what they make of each other ──

    def declared(self, declared: model.Declared) -> Json:
        return _bare(
            word=declared.word,
            type=self.type(declared.type),
            start=declared.start,
            for_scene=declared.for_scene,
            means=self.expression(declared.means),
            known_to=declared.known_to,
            unlisted=declared.unlisted,
        )

    def person(self, person: model.Person) -> Json:
        return _bare(
            name=person.name,
            display=person.display,
            pronouns=person.pronouns,
            plural=person.plural,
            called=person.called,
            kinds=person.kinds,
            tendencies=[[tag, self.motive(motive)] for tag, motive in person.tendencies],
        )

    def route(self, route: model.Route) -> Json:
        return _bare(
            by=route.by,
            variable=self.variable(route.variable),
            observer=route.observer,
            truth=self.expression(route.truth),
            condition=self.expression(route.condition),
        )

    def reading(self, reading: model.Reading) -> Json:
        return _bare(
            observer=reading.observer,
            variable=self.variable(reading.variable),
            value=self.expression(reading.value),
            condition=self.expression(reading.condition),
        )

    # ── what happens ──

    def scene(self, scene: model.Scene) -> Json:
        return _bare(
            name=scene.name,
            roles=[_bare(**role._asdict()) for role in scene.roles],
            people=scene.people,
            conditions=self.all_of(scene.conditions),
            once=scene.once,
            motives=[self.motive(motive) for motive in scene.motives],
            opening=self.passage(scene.opening),
            arrows=[self.arrow(arrow) for arrow in scene.arrows],
            moments=[self.moment(moment) for moment in scene.moments],
            in_brief=[self.prose(line) for line in scene.in_brief],
            meanwhile=scene.meanwhile,
        )

    def moment(self, moment: model.Moment) -> Json:
        return _bare(
            name=moment.name,
            owner=moment.owner,
            opening=self.passage(moment.opening),
            options=[self.option(option) for option in moment.options],
            closing=self.passage(moment.closing),
            arrows=[self.arrow(arrow) for arrow in moment.arrows],
        )

    def option(self, option: model.Option) -> Json:
        return _bare(
            label=option.label,
            guards=self.all_of(option.guards),
            once=option.once,
            weight=self.expression(option.weight),
            motives=[self.motive(motive) for motive in option.motives],
            tags=option.tags,
            passage=self.passage(option.passage),
            arrows=[self.arrow(arrow) for arrow in option.arrows],
            told=self.template(option.told) if option.told else None,
        )

    def motive(self, motive: model.Motive) -> list[object]:
        return _cut(self.expression(motive.points), motive.phrase, self.expression(motive.condition))

    def arrow(self, arrow: model.Arrow) -> list[object]:
        return _cut(arrow.to, arrow.name, self.expression(arrow.condition))

    def passage(self, passage: model.Passage) -> Json:
        return _bare(lines=[self.prose(line) for line in passage.lines], effects=[self.effect(effect) for effect in passage.effects])

    def effect(self, effect: model.Effect) -> list[object]:
        return _cut(self.variable(effect.variable), effect.operator, self.expression(effect.value), self.expression(effect.condition))

    def ending(self, ending: model.Ending) -> Json:
        return _bare(
            name=ending.name,
            title=ending.title,
            condition=self.expression(ending.condition),
            lines=[self.prose(line) for line in ending.lines],
        )

    # ── prose ──

    def prose(self, line: model.Prose) -> list[object]:
        joins = 1 if line.joins else 0 if line.manner else ""
        return _cut(self.template(line.template), line.side, joins, line.manner)

    def template(self, template: Template) -> str | list[object]:
        """A template that is nothing but words is written as those."""
        match template:
            case (model.Words(text),):
                return text
            case _:
                return [self.part(part) for part in template]

    def part(self, part: model.Part) -> object:
        match part:
            case model.Words(text):
                return text
            case model.Say(what, type_, form):
                return _cut("say", self.expression(what), self.type(type_), "" if form == "cardinal" else form)
            case model.Mention(person, form, verb, one):
                return _cut("mention", person, form, verb, "" if one == verb else one)
            case model.Why():
                return ["why"]
            case model.Any(choices):
                return ["any", *(self.template(choice) for choice in choices)]
            case model.First(choices):
                return ["first", *(self.template(choice) for choice in choices)]
            case model.Cases(cases):
                return ["cases", *([self.expression(test), self.template(then)] for test, then in cases)]

    # ── what has happened ──

    def following(self, following: Following) -> Json:
        """Automata with their sites: for everything that may happen and has a name, what has to be asked and which letter follows."""
        automata: dict[tuple[object, ...], int] = {}
        tables: list[Json] = []
        followers = []
        for progress, matcher in zip(following.progress, following.matchers, strict=True):
            table, accepting = matcher.automaton.table, matcher.automaton.accepting
            if (table, accepting) not in automata:
                automata[table, accepting] = len(tables)
                tables.append({"table": table, "accepting": [int(accepts) for accepts in accepting]})
            followers.append([progress.motif, automata[table, accepting]])
        return _bare(
            automata=tables,
            followers=followers,
            asked=[[list(event), [progress.number for progress, _ in following.accepting(event)]] for event in following.events],
            sites=[found for happening in happenings(self.source) if (found := self.site(following, happening))],
        )

    def site(self, following: Following, happening: Happening) -> list[object]:
        moves = [[progress.number, self.all_of(site.conditions), site.letters] for progress, _, site in following.at(happening)]
        return [list(happening), moves] if moves else []


def _bare(**fields: object) -> Json:
    """The fields without those that say nothing: no, none, empty. A 0 says something."""
    return {name: value for name, value in fields.items() if value is not None and value is not False and value not in ("", (), [], {})}


def _cut(*fields: object) -> list[object]:
    """The fields without those at the end that say nothing."""
    said = [number for number, value in enumerate(fields) if value is not None and value != ""]
    return list(fields[: said[-1] + 1])


def _cover(cover: model.Cover) -> Json:
    usual = model.Cover()._asdict()
    return {name: value for name, value in cover._asdict().items() if usual[name] != value}


def _writing(source: World) -> Json:
    """How the story is written: what a reader has to know to see where its sentences begin."""
    language = source.cover.language
    curly = source.apostrophe if source.apostrophe != "'" else ""
    return _bare(apostrophe=curly, abbreviations=" ".join(abbreviations(language)), figures_rank=figures_rank(language))


def _type(type_: Type) -> Json:
    return _bare(**type_._replace(words=() if type_.words == type_.names else type_.words)._asdict())
