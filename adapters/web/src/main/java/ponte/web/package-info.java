/** The console: Ponte as a chat in the browser, and the archive as pages to read. */
@NullMarked
package ponte.web;

import org.jspecify.annotations.NullMarked;
