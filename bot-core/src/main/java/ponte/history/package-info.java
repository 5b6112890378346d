/** What was said in channels before Ponte came there: read step by step, from any platform. */
@NullMarked
package ponte.history;

import org.jspecify.annotations.NullMarked;
