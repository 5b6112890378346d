/** Digests as files to send, print and feed to programs. */
@NullMarked
package ponte.web.paper;

import org.jspecify.annotations.NullMarked;
