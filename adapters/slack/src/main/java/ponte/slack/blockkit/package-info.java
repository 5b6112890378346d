/** Draws what Ponte says with Slack's Block Kit: pure functions from replies to JSON. */
@NullMarked
package ponte.slack.blockkit;

import org.jspecify.annotations.NullMarked;
