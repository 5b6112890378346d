@NullMarked
package ponte.slack.sync;

import org.jspecify.annotations.NullMarked;
