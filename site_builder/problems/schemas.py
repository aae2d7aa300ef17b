"""Problems of the editors' schemas."""

from site_builder.problems import Kind


class EditedSchema(Kind):
    """Editors learn from these files what a record may hold. They are made from the model: what else they say is wrong.

    They speak the languages of the site, so they are made anew when its languages change.

    Wrong:
        A word was added to claims/schema/claim.schema.json by hand.

    Right:
        The word was added to site_builder/model/records.py, and make schema wrote the file.
    """

    code = "E901"
    message = "{name} is not what the model of the records says"
    help = "run make schema, which writes it again"
    example = {"name": "claim.schema.json"}


class NotASchema(Kind):
    """Only the files that make schema writes stand in this folder. A record in it would be read by nobody.

    Wrong:
        claims/schema/2031-03-14-harbour-authority-ships-held.yml

    Right:
        claims/2031/2031-03-14-harbour-authority-ships-held.yml
    """

    code = "E902"
    message = "{name} is none of the editors' schemas: {known}"
    help = "move it out of the folder; a claim belongs in the folder of its year"
    example = {
        "name": "2031-03-14-harbour-authority-ships-held.yml",
        "known": "claim.schema.json, entity.schema.json, series.schema.json",
    }


class MissingSchema(Kind):
    """The first line of a record tells editors where its schema is. Without the file they complete and explain nothing.

    Wrong:
        A record begins with the way to its schema, but claims/schema/ is empty.

    Right:
        make schema has written three files into claims/schema/.
    """

    code = "W903"
    message = "the schema that this line names is missing, so that editors cannot help"
    help = "run make schema, which writes it"
