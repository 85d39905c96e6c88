"""Sentences on queries."""

SENTENCES: dict[str, str] = {
    "name-unknown": "No {kind} in this archive is called “{name}”.",
    "query-too-long": "The search is too long: at most {most} characters.",
    "query-too-many-words": "The search has too many words: at most {most}.",
    "query-too-deep": "The search has too many parentheses inside one another (at character {position}).",
    "query-sign": "The sign “{sign}” at character {position} cannot be searched for.",
    "query-quote-open": "The quotation mark at character {position} has no partner. Close the phrase with a second one.",
    "query-parenthesis": "The parenthesis at character {position} has no partner.",
    "query-field-unknown": "“{field}:” is not a field (at character {position}). Fields are: {fields}.",
    "query-field-empty": "“{field}:” at character {position} wants a word or a phrase behind it.",
    "query-or-alone": "OR at character {position} wants something on both sides.",
    "query-not-alone": "NOT at character {position} wants something behind it.",
    "query-date": "“{text}” at character {position} is not a date. Write 2022-03-04, 2022-03, 2022 or 2022-01..2022-06.",
    "query-too-wide": "“{text}” at character {position} means too many words. Write at least two letters.",
    "query-too-slow": "This search would take longer than {seconds} seconds: “{text}” at character {position} asks for too much. Leave words with *, ? or ~ out.",
}
