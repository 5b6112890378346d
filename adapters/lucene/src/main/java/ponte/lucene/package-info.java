/** The message archive on Lucene: one directory, one writing process, any number of readers. */
@NullMarked
package ponte.lucene;

import org.jspecify.annotations.NullMarked;
