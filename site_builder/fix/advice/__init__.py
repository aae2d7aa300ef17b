"""Advice: from a problem and the text of its file to the lines that would be right, ready to copy.

The one place that knows it: reports show these lines, `claims fix` writes those that are certain.
"""

from collections.abc import Sequence

from site_builder.fix.advice import in_yaml, records, texts, values
from site_builder.fix.advice.rules import Rule, changed, renamed, with_suggestion, without
from site_builder.fix.advice.source import readable, source
from site_builder.problems import (
    Edit,
    Kind,
    Problem,
    dates,
    duplicates,
    measures,
    numbers,
    permanence,
    references,
    relations,
    shape,
    syntax,
    text,
    translations,
    urls,
)
from site_builder.problems import figures as of_figures
from site_builder.read.layout import LARGEST

CERTAIN: frozenset[type[Kind]] = frozenset([syntax.Tab, syntax.StraySpace, syntax.WideMark, syntax.CommaTooMany])
"""Kinds of problems of which there is but one way out, which leaves what the record says."""


def advice(problem: Problem, lines: Sequence[str]) -> list[Edit]:
    """The lines that would be right: one edit, or a few to choose from; none where only a person can know."""
    if problem.edit:
        return [problem.edit]
    rule, text = _RULES.get(problem.kind), "\n".join(lines)
    if rule is None or not text or len(text) > LARGEST:
        return []
    found = source(text, problem.place.path)
    edits = (edit for edit in rule(problem, found) if edit.applied(found.lines) != found.lines)
    return list(dict.fromkeys(edit for edit in edits if readable(edit, found)))


_RULES: dict[type[Kind], Rule] = {
    syntax.DuplicateKey: in_yaml.joined_keys,
    syntax.Anchor: in_yaml.written_out,
    syntax.MergeKey: in_yaml.keys_written_out,
    syntax.Tag: in_yaml.without_tag,
    syntax.Directive: in_yaml.line_gone,
    syntax.Tab: in_yaml.spaces_for_tabs,
    syntax.ColonInValue: in_yaml.in_quotes,
    syntax.CommentInValue: in_yaml.in_quotes,
    syntax.OpenQuote: in_yaml.closed_quote,
    syntax.TextAfterQuote: in_yaml.whole_in_quotes,
    syntax.NoSpace: in_yaml.spaced,
    syntax.WideColon: in_yaml.spaced,
    syntax.BadEscape: in_yaml.twice,
    syntax.BadStart: in_yaml.in_quotes,
    syntax.OpenBracket: in_yaml.closed_bracket,
    syntax.CommaTooMany: in_yaml.one_comma,
    syntax.CurlyQuotes: in_yaml.straight,
    syntax.WideMark: in_yaml.plain_marks,
    syntax.StraySpace: in_yaml.bare,
    shape.UnknownKey: renamed,
    shape.WrongType: values.as_list,
    shape.NotADate: changed(values.meant_dates),
    shape.MissingKey: values.added,
    shape.NotInVocabulary: with_suggestion,
    shape.NotANumber: values.meant_number,
    shape.ContradictoryHedge: values.bound_or_hedge,
    shape.EmptyText: values.empty,
    shape.NotOneLine: changed(values.on_one_line),
    shape.FigureValue: values.one_way,
    shape.FigureRange: values.exchanged_range,
    shape.NotTrueOrFalse: changed(values.meant_flag),
    shape.NotAnId: changed(values.meant_id),
    shape.WrongForm: changed(values.meant_code),
    dates.CorrectionsOrder: records.later_last,
    translations.MissingLanguage: texts.in_language,
    translations.Untranslated: texts.in_language,
    translations.UnknownLanguage: texts.own_language,
    translations.ContradictorySpeech: without,
    translations.NothingToTranslate: changed(texts.of_known),
    text.WrongScript: texts.in_other_languages,
    text.NotComposed: changed(texts.composed),
    text.Compatibility: changed(texts.composed),
    text.Unseen: changed(texts.without_unseen),
    text.LookAlike: changed(texts.in_latin),
    text.Width: changed(texts.in_usual_width),
    text.HtmlEntity: changed(texts.with_part),
    text.HardSpace: changed(texts.with_spaces),
    text.PrivateUse: changed(texts.without_private),
    text.Heap: changed(texts.without_heap),
    text.MixedWord: changed(texts.in_latin),
    text.TitleInQuotes: changed(lambda value, problem: [value[1:-1]]),
    text.QuoteInMarks: changed(lambda value, problem: [value[1:-1]]),
    dates.NotWithdrawn: records.withdrawal,
    permanence.Unmerged: records.merged_again,
    urls.NotAnAddress: texts.whole_address,
    urls.Credentials: texts.whole_address,
    urls.Fragile: texts.whole_address,
    urls.MixedHost: changed(texts.plain_host),
    urls.NotAnArchive: without,
    references.UnknownEntity: with_suggestion,
    references.UnknownSeries: with_suggestion,
    references.UnknownClaim: with_suggestion,
    relations.Cycle: without,
    relations.OthersClaim: records.other_link,
    relations.LinkToItself: without,
    relations.MergeCycle: without,
    relations.NamedTwice: without,
    of_figures.UnfitNumber: with_suggestion,
    measures.UnusedForm: without,
    measures.UnfitKey: without,
    measures.OtherMeasure: without,
    of_figures.TwoAnswers: records.one_figure,
    numbers.OtherHedge: changed(values.hedge_of_words),
    duplicates.TwoPublishers: changed(lambda value, problem: [str(problem.values["publisher"])]),
}
