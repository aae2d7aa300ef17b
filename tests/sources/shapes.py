"""Pages of the shapes that news have, invented, each with the sentences that a reader sees."""

from dataclasses import dataclass

from site_builder.sources.troubles import Kind

_MENU = "<nav><a href=/>Omber Daily</a> <a href=/sport>Sport</a></nav>"
_END = "<footer>All rights reserved</footer>"


@dataclass(frozen=True)
class Shape:
    """A page, what is to be found on it, what is not, and what is doubted of it."""

    html: str
    seen: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    doubt: Kind | None = None
    codec: str = "utf-8"
    content_type: str = "text/html"


SHAPES: dict[str, Shape] = {
    "headline only": Shape(
        f"<title>T</title>{_MENU}<h1>Six hundred lanterns lit in Omber on a single evening</h1>{_END}",
        ("Six hundred lanterns lit in Omber on a single evening",),
    ),
    "two-line flash": Shape(
        '<html lang=ko><body><h2>[속보] 옴버시 "등불 600개 켰다"</h2>'
        "<div>옴버 시청은 12일 저녁 등불 600개를 켰다고 밝혔다.<br>"
        "다친 사람은 없는 것으로 알려졌다.</div></body></html>",
        (
            '[속보] 옴버시 "등불 600개 켰다"',
            "옴버 시청은 12일 저녁 등불 600개를 켰다고 밝혔다.",
            "다친 사람은 없는 것으로 알려졌다.",
        ),
    ),
    "article": Shape(
        f"{_MENU}<article><header><h1>Lanterns</h1><time>12 March</time></header><p>About 600 lanterns were lit.</p>"
        f"<p>The <em>walk</em> lasted for two&nbsp;hours, the city&rsquo;s office said.</p></article>{_END}",
        ("About 600 lanterns were lit.", "The walk lasted for two hours, the city’s office said."),
    ),
    "table": Shape(
        "<h1>Lanterns by street</h1><table><caption>As of 12 March</caption><thead><tr><th>Street<th>Lanterns</thead>"
        "<tr><td>Mill Street<td>400<tr><td>Quay Street<td>200</table><p>The table is the city's own count.</p>",
        ("As of 12 March", "Mill Street 400", "Quay Street 200", "The table is the city's own count."),
    ),
    "caption": Shape(
        '<article><figure><img src=a.jpg alt="not a sentence"><figcaption>Walkers carry some 600 lanterns. Omber Daily'
        "</figcaption></figure><p>The walk began at dusk.</p></article>",
        ("Walkers carry some 600 lanterns. Omber Daily", "The walk began at dusk."),
        ("not a sentence",),
    ),
    "list": Shape(
        "<p>What the city said:</p><ul><li>About 600 lanterns were lit.</li><li>Nobody was hurt.</li></ul>"
        "<ol><li>First came the band.<li>Then came the walkers.</ol><dl><dt>Dusk<dd>It began at six.</dl>",
        ("About 600 lanterns were lit.", "Nobody was hurt.", "First came the band.", "It began at six."),
    ),
    "hidden read-more": Shape(
        '<p>The walk began at dusk.</p><div class="more" style="display:none">'
        "<p>It ended at ten, the city said.</p></div>"
        "<details><summary>Read more</summary>Nobody was hurt on the way.</details>"
        "<div hidden>The band went home.</div>",
        (
            "It ended at ten, the city said.",
            "Nobody was hurt on the way.",
            "The band went home.",
        ),
        ("Read moreNobody",),
    ),
    "CP949 called euc-kr": Shape(
        "<meta charset=euc-kr><h1>똠방각하 등불</h1><p>펲시 거리에 등불 600여 개가 켜졌다고 시청이 밝혔다.</p>",
        ("똠방각하 등불", "펲시 거리에 등불 600여 개가 켜졌다고 시청이 밝혔다."),
        codec="cp949",
    ),
    "CP949 called ks_c_5601-1987": Shape(
        "<h1>등불</h1><p>햏쀍이라는 이름의 거리에서도 등불을 켰다고 시청이 밝혔다.</p>",
        ("햏쀍이라는 이름의 거리에서도 등불을 켰다고 시청이 밝혔다.",),
        codec="cp949",
        content_type="text/html; charset=ks_c_5601-1987",
    ),
    "CP949 called utf-8": Shape(
        '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
        "<p>등불 600개를 켰다고 시청이 밝혔다. 여느 해보다"
        " 두 배 많은 수이며, 모두 시민들이 손수 만들어 가져온 것이라고 한다.</p>",
        ("등불 600개를 켰다고 시청이 밝혔다.",),
        codec="cp949",
    ),
    "wbr": Shape(
        "<p>The Omber<wbr>Lantern<wbr>Society counted 600&shy; lanterns on the evening of the walk, it said.</p>",
        ("The OmberLanternSociety counted",),
    ),
    "inline tags inside words": Shape(
        "<p>등<b>불</b> 6<sup></sup>00<span>여</span> 개를 <a href=x>켰다</a>고 <font color=red>시청</font>이 밝혔다. "
        "<i>L</i>anterns were lit, <mark>all</mark>of them, and nobody was hurt.</p>",
        ("등불 600여 개를 켰다고 시청이 밝혔다. Lanterns were lit, allof them",),
    ),
    "script only": Shape(
        "<div id=root></div><noscript>Please turn on JavaScript.</noscript>"
        '<script>render("They lit lanterns")</script>',
        unseen=("They lit lanterns",),
        doubt="script",
    ),
    "consent wall": Shape(
        "<h1>Before you go on</h1><p>We and our 900 partners use cookies to show you the news.</p>"
        "<button>Accept all</button>"
        "<p>By going on you agree to our rules.</p>",
        doubt="consent",
    ),
    "paywall with JSON-LD": Shape(
        '<script type="application/ld+json">{"isAccessibleForFree": "False", '
        '"articleBody": "The whole secret text."}</script>'
        "<h1>Lanterns</h1><p>The walk began at dusk, as it does each year.</p><p>Subscribe to read on.</p>",
        ("The walk began at dusk, as it does each year.",),
        ("The whole secret text.",),
        doubt="paywall",
    ),
    "comments": Shape(
        f"{_MENU}<article><h1>Lanterns</h1><p>About 600 lanterns were lit.</p></article>"
        '<section id="comments" class="comments"><div class="comment"><p>I saw only ten of them.</p></div></section>',
        ("About 600 lanterns were lit.", "I saw only ten of them."),
    ),
    "live blog": Shape(
        "<main><h1>The walk as it happens</h1>"
        + "".join(
            f"<section><time>{hour}:00</time><p>At {hour}, {hour}0 lanterns were lit.</p></section>" for hour in (6, 7)
        )
        + "</main>",
        ("At 6, 60 lanterns were lit.", "At 7, 70 lanterns were lit."),
    ),
    "AMP": Shape(
        "<html amp><body><amp-img src=a alt=x></amp-img><h1>Lanterns</h1><amp-accordion><section expanded><h2>More</h2>"
        "<div>About 600 lanterns were lit.</div></section></amp-accordion></body></html>",
        ("About 600 lanterns were lit.",),
    ),
    "Open Graph only": Shape(
        '<meta property="og:title" content="Six hundred lanterns">'
        '<meta property="og:description" content="They were lit.">'
        "<div id=app></div><script src=app.js></script>",
        unseen=("They were lit.",),
        doubt="script",
    ),
    "link to a PDF": Shape(
        "<h1>Press release</h1><p>The city office has published its count.</p><p><a href=count.pdf>Count (PDF)</a></p>",
        ("The city office has published its count.", "Count (PDF)"),
    ),
    "noframes": Shape(
        "<frameset><frame src=a><noframes><p>The walk began at dusk.</p></noframes></frameset>",
        doubt="script",
    ),
}
