@NullMarked
package ponte.slack.delivery;

import org.jspecify.annotations.NullMarked;
