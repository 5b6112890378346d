-- Removes finished entries: key and token of each.
for i = FIRST, #ARGV, 2 do
  local number, item, added = held(ARGV[i], ARGV[i + 1])
  if number then remove(number, item, added) end
end
list_topic()
tell()
return 1
