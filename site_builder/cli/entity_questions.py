"""The questions for a new entity, and for one that another record names."""

from collections.abc import Mapping, Sequence
from functools import partial

import click

from site_builder.cli.interview import Given, Interview
from site_builder.cli.picking import Pickable, Picker
from site_builder.cli.prompter import Target
from site_builder.model.records import ENTITY_KINDS, ID, Entity, EntityKind
from site_builder.new import ids, statement, suggestions
from site_builder.problems import message

_KIND_NAMES: Mapping[EntityKind, str] = {
    "person": message("person, human being"),
    "organization": message("organization, institution, agency, party, committee, company"),
    "outlet": message("outlet, medium, newspaper, news agency, broadcaster"),
    "country": message("country, state"),
    "place": message("place, region, city"),
    "group": message("group, people"),
    "equipment": message("equipment, weapon, vehicle, device"),
    "event": message("event, war, storm"),
    "topic": message("topic, subject"),
}
"""What people call each kind of entity."""
ANY: Sequence[EntityKind] = tuple(ENTITY_KINDS)


def new_entity(
    interview: Interview,
    given: Given,
    name: str = "",
    kinds: Sequence[EntityKind] = ANY,
    usual: EntityKind | None = None,
) -> str:
    """Ask for an entity of one of some kinds and lay its record ready; return its id."""
    prompter, text = interview.prompter, interview.text
    asked = text("What is {name}?", name=name) if name else text("What is it?")
    kind = prompter.choice("--kind", asked, {kind: _KIND_NAMES[kind] for kind in kinds}, given.get("kind"), usual)
    called_here = {suggestions.language_of(name, interview.languages): name} if name else {}
    names = interview.in_languages(Entity, "name", message("Full name in {language}"), given, called_here)
    twin = _twin(interview, given, names)
    if twin:
        return twin
    asked = message("Short name in {language}")
    short = interview.in_languages(Entity, "short", asked, given, nothing=text("none"))
    called = names if kind == "person" else short or names
    proposed = ids.entity_id(called[interview.languages[0]], interview.session.taken("entities"))
    id = ask_id(interview, given, "entities", proposed)
    values = statement.entity(
        kind,
        names,
        short=short,
        aliases=[statement.tidy(alias) for alias in given.get("alias", ())],
        description=interview.given_in_languages("description", given),
        wikidata=given.get("wikidata") or "",
        part_of=pick_entity(interview, "--part-of", "", given["part_of"]) if given.get("part_of") else "",
    )
    interview.laid(interview.session.add_entity(id, values, names, short))
    return id


def ask_id(interview: Interview, given: Given, folder: str, proposed: str) -> str:
    """The id of a new record, which is unused."""

    def id(text: str) -> str:
        return interview.unused(text, ID, folder)

    return interview.prompter.read("--id", interview.text("Its id, which is for ever"), given.get("id"), id, proposed)


def _twin(interview: Interview, given: Given, names: Mapping[str, str]) -> str:
    """An entity that has one of the names already, unless the person wants a second one, whose id is chosen then."""
    twins = [id for name in names.values() for id in interview.session.entities.exact(name)]
    if not twins or given.get("id"):
        return ""
    if interview.prompter.is_silent:
        raise click.UsageError(interview.text("{id} has this name already; with --id you add another one", id=twins[0]))
    asked = interview.text("{id} has this name already. Is this another one?", id=twins[0])
    return "" if interview.prompter.agrees(f"another than {twins[0]}", asked) else twins[0]


def pick_entity(
    interview: Interview,
    option: str,
    question: str,
    given: str | None,
    default: str | None = None,
    *,
    kinds: Sequence[EntityKind] = ANY,
    usual: EntityKind | None = None,
    nothing: str = "",
    at: Sequence[str | int] = (),
) -> str:
    """The id of an entity of one of some kinds, which may be a new one."""
    entities = interview.session.entities
    among = Pickable(
        entities.of_kinds(kinds),
        message("there is no entity {id}"),
        "claims new entity",
        others=entities,
        unfit=message("{id} is of another kind, and cannot stand here"),
    )
    create = partial(new_entity, interview, {}, kinds=kinds, usual=usual)
    picker = Picker(interview.prompter, among, create)
    return picker.pick(option, question, given, default, nothing=nothing, target=Target(tuple(at)))


def pick_entities(
    interview: Interview,
    option: str,
    first: str,
    further: str,
    given: Sequence[str],
    default: str | None,
    *,
    key: str,
    nothing: tuple[str, str],
    kinds: Sequence[EntityKind] = ANY,
) -> list[str]:
    """The ids of several entities, asked for one after the other until there are no more."""
    if given and interview.prompter.key(option) not in interview.prompter.answers.overruled:
        return [pick_entity(interview, option, first, name, kinds=kinds, at=(key, n)) for n, name in enumerate(given)]
    none, no_more = nothing
    found = [pick_entity(interview, option, first, None, default, kinds=kinds, nothing=none, at=(key, 0))]
    while found[-1]:
        at = (key, len(found))
        found.append(pick_entity(interview, option, further, None, "", kinds=kinds, nothing=no_more, at=at))
    return list(dict.fromkeys(found[:-1]))
