@NullMarked
package ponte.slack.blockkit;

import org.jspecify.annotations.NullMarked;
