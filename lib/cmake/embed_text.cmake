# as_literals(FILE RESULT DELIMITER): the text of a file as adjacent raw string literals of C++, each
# far below any compiler's limit. DELIMITER must not stand in the text.
set(chunk_size 8000)

function(as_literals file result delimiter)
  file(READ "${file}" text)
  string(LENGTH "${text}" length)
  set(literals "")
  set(begin 0)
  while(begin LESS length)
    string(SUBSTRING "${text}" ${begin} ${chunk_size} chunk)
    string(APPEND literals "\n    R\"${delimiter}(${chunk})${delimiter}\"")
    math(EXPR begin "${begin} + ${chunk_size}")
  endwhile()
  set(${result} "${literals}" PARENT_SCOPE)
endfunction()
