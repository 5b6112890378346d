package ponte.teams.html;

import ponte.conversation.RichText.Span;

/**
 * Somebody or something mentioned in a message, which tells it beside its text.
 *
 * @param id by which the text refers to it; Teams counts them from 0
 * @param name as it stands in the text
 * @param span what it means
 */
public record Mention(String id, String name, Span span) {}
