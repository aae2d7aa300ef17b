"""Problems of a record's text as YAML."""

from site_builder.problems import Kind


class DuplicateKey(Kind):
    """Of two keys with the same name only one would count, and what stands under the other one would be lost.

    Wrong:
        about: [port-avel]
        about: [march-storm]

    Right:
        about: [port-avel, march-storm]
    """

    code = "E201"
    message = "{key} is written twice"
    help = "remove one of the two, or join what they say under one {key}"
    example = {"key": "about"}


class Anchor(Kind):
    """In YAML, & gives a value a name and * repeats it elsewhere. In a record every value is written where it is read.

    A text that happens to begin with & or * needs quotation marks.

    Wrong:
        relayed_by: &speaker [orla-venn]
        about: *speaker

    Right:
        relayed_by: [orla-venn]
        about: [orla-venn]
    """

    code = "E202"
    message = "{mark} is a reference of YAML, which a record does not use"
    help = 'put the text in quotation marks if it begins with "{mark}"; else write the value itself'
    example = {"mark": "&speaker"}


class MergeKey(Kind):
    """In YAML, << takes over keys from another place. In a record everything that it says can be seen.

    Wrong:
        title:
          <<: {en: Harbour Authority puts ships held at about 40}
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계

    Right:
        title:
          en: Harbour Authority puts ships held at about 40
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
    """

    code = "E203"
    message = "<< would merge another mapping into this one"
    help = "write the keys out"


class Tag(Kind):
    """A word that begins with ! tells YAML what to make of a value; it can even start programs. A record is text only.

    Wrong:
        said: !!timestamp 2031-03-14

    Right:
        said: 2031-03-14
    """

    code = "E204"
    message = "{tag} is a type of YAML; in a record every value is text"
    help = 'remove it, or put the text in quotation marks if it begins with "!"'
    example = {"tag": "!!timestamp"}


class TooDeep(Kind):
    """No record needs so many levels. They come from a key that got stuck, or are meant to make programs fail.

    Wrong:
        notes: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[words]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

    Right:
        notes: {en: The number held is for the evening., ko: 출항 금지 척수는 저녁 기준입니다.}
    """

    code = "E207"
    message = "the nesting is deeper than {limit} levels"
    help = "a record needs five levels at most"
    example = {"limit": 32}


class TooMany(Kind):
    """A record holds one claim. So many values are many claims in one file, or are meant to slow programs down.

    Wrong:
        One file lists the ships of Port Avel with 6,000 lines under figures.

    Right:
        Each claim has a file of its own, with the few numbers that were said.
    """

    code = "E208"
    message = "the file has more than {limit} values"
    help = "one file holds one record"
    example = {"limit": 5000}


class Directive(Kind):
    """A line that begins with a percent sign is an order to the program that reads the file. A record gives no orders.

    Wrong:
        %YAML 1.2
        ---
        said: 2031-03-14

    Right:
        said: 2031-03-14
    """

    code = "E205"
    message = "a line that begins with % is a directive of YAML"
    help = "delete the line"


class SecondDocument(Kind):
    """One file holds one record, and the name of the file is its id. A second record in it would have no id.

    Wrong:
        said: 2031-03-14
        ---
        said: 2031-03-15

    Right:
        said: 2031-03-14
    """

    code = "E206"
    message = "a second document begins here; one file holds one record"
    help = "make a file of its own"


class ColonInValue(Kind):
    """A colon with a space behind it begins a value. A second one on the line could mean that, or be part of the text.

    Wrong:
        title:
          en: Harbour Authority: about 40 ships are held
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계

    Right:
        title:
          en: "Harbour Authority: about 40 ships are held"
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
    """

    code = "E211"
    message = 'a ": " inside a text would begin a new key'
    help = "put the whole text in quotation marks"


class CommentInValue(Kind):
    """Whatever stands behind a space and # is a comment, which nobody reads: the end of the text would be lost.

    Comments are welcome on lines of their own.

    Wrong:
        title:
          en: Harbour Authority closes berth #4
          ko: 아벨 항만청, 4번 선석 폐쇄

    Right:
        title:
          en: "Harbour Authority closes berth #4"
          ko: 아벨 항만청, 4번 선석 폐쇄
    """

    code = "E212"
    message = 'the text after " #" would be lost as a comment'
    help = "put the whole text in quotation marks"


class Indent(Kind):
    """The lines of a text begin below each other. One further left ends the text, and what follows has no place.

    Wrong:
        notes:
          en: >-
              The number held is for the evening of 13 March.
            Ships that were both held and damaged are counted once.
          ko: 출항 금지 척수는 3월 13일 저녁 기준입니다.

    Right:
        notes:
          en: >-
            The number held is for the evening of 13 March.
            Ships that were both held and damaged are counted once.
          ko: 출항 금지 척수는 3월 13일 저녁 기준입니다.
    """

    code = "E214"
    message = "this line stands further left than the first line of its text"
    help = "indent all lines of the text alike"


class OpenQuote(Kind):
    """A text that begins with a quotation mark ends with the next one. Without it, the rest of the file becomes text.

    Wrong:
        title:
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
          en: "Harbour Authority: about 40 ships are held

    Right:
        title:
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
          en: "Harbour Authority: about 40 ships are held"
    """

    code = "E215"
    message = "this quotation mark is never closed"
    help = "close it at the end of the text; if it is a part of the text, put the whole text in quotation marks"


class TextAfterQuote(Kind):
    """A text that begins with a quotation mark ends with the next one of its kind. Nothing may follow on the line.

    Wrong:
        title:
          en: "About 40 ships" are held, says Harbour Authority
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계

    Right:
        title:
          en: '"About 40 ships" are held, says Harbour Authority'
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
    """

    code = "E221"
    message = "the text ends at this quotation mark, but the line goes on"
    help = "put the whole text in quotation marks"


class NoSpace(Kind):
    """A colon ends a key only with a space behind it. Without one, key and value are read as a single word.

    Wrong:
        said:2031-03-14

    Right:
        said: 2031-03-14
    """

    code = "E222"
    message = "there is no space behind this colon"
    help = "put a space between the colon and the value"


class WideColon(Kind):
    """Korean and Chinese keyboards have a wide colon beside the plain one. Only the plain one ends a key.

    Inside a text the wide colon is welcome.

    Wrong:
        said：2031-03-14

    Right:
        said: 2031-03-14
    """

    code = "E223"
    message = "this is a full-width colon, which does not end a key"
    help = "write a plain colon and a space"


class BadEscape(Kind):
    """Between double quotation marks a backslash begins an escape, such as a line break or a character's number.

    Between single quotation marks it is a backslash and nothing more.

    Wrong:
        A text in double quotation marks with a single backslash in it.

    Right:
        The same text in single quotation marks.
    """

    code = "E220"
    message = "the backslash here begins an escape that YAML does not know"
    help = "put the text in single quotation marks, or write the backslash twice"


class Syntax(Kind):
    """A record is made of keys, each a word with a colon, and of their values: a text, a list, or further keys.

    Wrong:
        title:
          [en, ko]: 아벨 항만청, 출항 금지 선박 약 40척으로 집계

    Right:
        title:
          en: Harbour Authority puts ships held at about 40
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
    """

    code = "E216"
    message = "this does not fit the lines above it"
    help = "compare the indentation and punctuation with a record that works"


class BadStart(Kind):
    """Some characters mean something in YAML where a text would begin: a list, a note to programs, a longer text.

    They are - ? : , [ ] { } # & * ! | > % @ and the backtick. Inside a text, or between quotation marks, all are free.

    Wrong:
        title:
          en: [Breaking] Harbour Authority puts ships held at about 40
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계

    Right:
        title:
          en: "[Breaking] Harbour Authority puts ships held at about 40"
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
    """

    code = "E217"
    message = "a text without quotation marks cannot begin with {character}"
    help = "put the whole text in quotation marks"
    example = {"character": "["}


class Tab(Kind):
    """A tab is as wide as each program likes. With spaces everybody sees alike which lines belong together.

    Some keyboards write a full-width space, and copied text may hold one that does not break; YAML takes neither.

    Wrong:
        The line below title: begins with a tab.

    Right:
        The line below title: begins with two spaces.
    """

    code = "E218"
    message = "the line is indented with {what}"
    help = "indent with spaces, two for each level"
    example = {"what": "a tab"}


class OpenBracket(Kind):
    """A list that begins with a bracket ends with its other half. Without it, the rest of the file joins the list.

    Wrong:
        about: [port-avel, march-storm

    Right:
        about: [port-avel, march-storm]
    """

    code = "E219"
    message = "this bracket is never closed"
    help = "close it, with commas between the items"


class CommaTooMany(Kind):
    """A comma parts two items of a list. Where nothing stands between two commas, there is no item.

    Wrong:
        about: [port-avel,, march-storm]

    Right:
        about: [port-avel, march-storm]
    """

    code = "E224"
    message = "there is a comma too many in this list"
    help = "write one comma between two items"


class Misplaced(Kind):
    """The column in which a line begins tells what it belongs to. In another column it belongs to something else.

    Wrong:
        title:
          en: Harbour Authority puts ships held at about 40
        ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계

    Right:
        title:
          en: Harbour Authority puts ships held at about 40
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
    """

    code = "E225"
    message = "{word} stands in the wrong column"
    help = "it belongs under {parent}: begin it in column {column}"
    otherwise = "it is a key of the record itself: begin it in column {column}"
    example = {"word": "ko", "column": 3, "parent": "title"}


class NoDash(Kind):
    """Each item of a list begins with a hyphen and a space, so that everybody sees where the next one begins.

    Wrong:
        figures:
          series: ships-held
          value: 40
          hedge: about

    Right:
        figures:
          - series: ships-held
            value: 40
            hedge: about
    """

    code = "E226"
    message = "{word} begins an item of a list, but there is no hyphen with a space in front of it"
    help = "put a hyphen and a space in front of the item, and its other lines below its first word"
    example = {"word": "series"}


class CurlyQuotes(Kind):
    """Word processors bend quotation marks: “ ”. YAML knows straight ones only and takes others for letters.

    Inside a text such marks are welcome.

    Wrong:
        title:
          en: “Harbour Authority: about 40 ships are held”
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계

    Right:
        title:
          en: "Harbour Authority: about 40 ships are held"
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
    """

    code = "E227"
    message = "{mark} is no quotation mark of YAML, but a letter of the value"
    help = "write straight quotation marks in place of it, or none where the value needs none"
    example = {"mark": "“"}


class WideMark(Kind):
    """Korean and Chinese keyboards have wide commas and brackets. To YAML they are letters: they part no items.

    Wrong:
        about: [port-avel，march-storm]

    Right:
        about: [port-avel, march-storm]
    """

    code = "E228"
    message = "{character} is a full-width mark, which parts no items"
    help = "write {plain} in its place"
    example = {"character": "，", "plain": ","}


class StraySpace(Kind):
    r"""Some characters look like a space, or like nothing, and are none. Beside a value they become a part of it.

    Wrong:
        said: "2031-03-14\u00a0"

    Right:
        said: 2031-03-14
    """

    code = "E229"
    message = "there is an invisible character, {character}, beside the value"
    help = "delete it, or run claims fix"
    example = {"character": "U+00A0"}


class NoColon(Kind):
    """A colon tells a key from its value. Without one, the word is read as a part of the text above it.

    Wrong:
        title
          en: Harbour Authority puts ships held at about 40
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계

    Right:
        title:
          en: Harbour Authority puts ships held at about 40
          ko: 아벨 항만청, 출항 금지 선박 약 40척으로 집계
    """

    code = "E230"
    message = "there is no colon behind {key}"
    help = "put a colon behind it, and a space if a value follows"
    example = {"key": "title"}
