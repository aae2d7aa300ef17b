"""What the editors' schemas can have wrong."""

from site_builder.problems import Kind


class EditedSchema(Kind):
    """Editors learn from these files what a record may hold. They are made from the model: what else they say is wrong.

    Wrong:
        A word was added to site_builder/claim.schema.json by hand.

    Right:
        The word was added to site_builder/model/records.py, and make schema wrote the file.
    """

    code = "E901"
    message = "{name} is not what the model of the records says"
    help = "run make schema, which writes it again"
