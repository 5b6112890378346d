/** Slack's Web API: one way out, at the pace that Slack allows. */
@NullMarked
package ponte.slack.api;

import org.jspecify.annotations.NullMarked;
