/** Reads from Slack who is there, and what was said before the bot came. */
@NullMarked
package ponte.slack.sync;

import org.jspecify.annotations.NullMarked;
