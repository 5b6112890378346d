/** Ponte in Slack: settings, addresses, start. */
@NullMarked
package ponte.app.slack;

import org.jspecify.annotations.NullMarked;
