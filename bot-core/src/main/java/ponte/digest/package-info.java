/** What a channel talked about. */
@NullMarked
package ponte.digest;

import org.jspecify.annotations.NullMarked;
