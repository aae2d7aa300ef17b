"""Files of `content/` by which others know a site: published as they are, at the names that they are asked for by.

A host, a search engine or a shop of advertisements asks for a file that has its name, and so do programs below
`.well-known/` (RFC 8615). Browsers run programs in some forms of files, so such a file may hold what it is for, and
nothing else.
"""

import re
from pathlib import Path, PurePosixPath

from site_builder.problems import message

WELL_KNOWN = ".well-known"
_LARGEST = 100_000
_TEXTS = frozenset(
    ["robots.txt", "ads.txt", "app-ads.txt", "humans.txt", "security.txt", "llms.txt", "CNAME", ".nojekyll"]
)
_TAG = (
    rb"(?:</?(?:html|head|body)>|"
    rb"<meta http-equiv=\"Content-Type\" content=\"text/html; charset=[\w-]{1,20}\" ?/?>)\s*"
)
_USERS = rb"<users>\s*<user>[0-9A-Fa-f]{1,64}</user>\s*</users>\s*"
_PROOFS = {
    re.compile(r"(?:google|naver)\w{1,64}\.html"): rb"\s*(?:google|naver)-site-verification: *[\w.]{1,90}\s*",
    re.compile(r"(?:yandex|baidu_verify)_[\w-]{1,64}\.html"): rb"\s*(?:%b)*[\w .:-]{0,90}\s*(?:%b)*" % (_TAG, _TAG),
    re.compile(r"BingSiteAuth\.xml"): rb"\s*(?:<\?xml version=\"1\.0\"(?: encoding=\"[\w-]{1,20}\")?\?>)?\s*" + _USERS,
}
"""The names of the files by which search engines know an owner, and what may stand in them."""
_PROGRAMS = frozenset([".html", ".htm", ".xhtml", ".xht", ".svg", ".xml", ".js", ".mjs", ".css", ".wasm"])
_FOREIGN = message("it holds more than what the search engine asks for")
_PROGRAM = message("a file of this form can run programs in the reader's browser")
_LARGE = message("it is larger than 100 kB")


def is_verbatim(path: PurePosixPath) -> bool:
    """Tell whether a file is one of these, by its path below `content/`."""
    if path.parts[0] == WELL_KNOWN:
        return True
    return str(path) in _TEXTS or any(name.fullmatch(str(path)) for name in _PROOFS)


def unfit(path: PurePosixPath, file: Path) -> str | None:
    """Return why one of these files cannot be published, a message id; None where it can."""
    if file.stat().st_size > _LARGEST:
        return _LARGE
    content = next((holds for name, holds in _PROOFS.items() if name.fullmatch(str(path))), None)
    if content:
        return None if re.fullmatch(content, file.read_bytes()) else _FOREIGN
    return _PROGRAM if path.suffix.lower() in _PROGRAMS else None
