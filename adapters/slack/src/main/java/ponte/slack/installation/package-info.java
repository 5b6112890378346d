/** Where Ponte is installed in Slack, and what it may do there. */
@NullMarked
package ponte.slack.installation;

import org.jspecify.annotations.NullMarked;
