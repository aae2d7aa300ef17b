"""What the hand-written pages and the files beside them can have wrong."""

from site_builder.problems import Kind


class UnfitAsset(Kind):
    """All that lies in content/ is published. An SVG or HTML file can run programs in the reader's browser.

    A picture of several megabytes takes a minute to arrive on a phone; one that is 1,600 pixels wide needs 200 kB.

    Wrong:
        content/en/map.svg

    Right:
        content/en/map.png
    """

    code = "E801"
    message = "{name} cannot be published: {reason}"
    help = "save it as a picture in the form PNG, JPEG or WebP, at most 1 MB large, or move it out of the folder"
