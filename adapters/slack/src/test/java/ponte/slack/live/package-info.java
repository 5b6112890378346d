@NullMarked
package ponte.slack.live;

import org.jspecify.annotations.NullMarked;
