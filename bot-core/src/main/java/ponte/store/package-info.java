/** Everything durable that is not a message: records and queues. */
@NullMarked
package ponte.store;

import org.jspecify.annotations.NullMarked;
