/** Records and queues on Redis, kept there for any number of replicas. */
@NullMarked
package ponte.redis;

import org.jspecify.annotations.NullMarked;
