/** Records and queues on Redis: one server, Sentinel or a cluster, shared by all replicas. */
@NullMarked
package ponte.redis;

import org.jspecify.annotations.NullMarked;
