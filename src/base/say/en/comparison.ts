/** What `tpa diff` says of its packs, of git, and of results that were accepted. */
export const COMPARISON = {
  'usage.no-commit': 'the repository has no commit, branch or tag `{ref}`',
  'usage.no-commit.help': 'fetch it first; a shallow clone of a CI runner may hold one branch only',
  'usage.no-repository': '`{place}` is read with git, and this folder is in no repository',
  'usage.no-repository.help': 'run it inside the repository, or name a folder',
  'usage.no-git': '`{place}` needs git',
  'usage.no-git.help': 'install git, or name a folder',
  'unreadable-file.git-owner': '`{place}`: the repository belongs to somebody else, and git does not read it',
  'unreadable-file.help.git-owner': 'if you trust it, say so as `git status` tells; or name a folder',
  'unreadable-file.git-bare':
    '`{place}`: this is a bare repository, which may have come as a part of something else',
  'unreadable-file.help.git-bare': 'run it in a clone of it, or name a folder',
  'unreadable-file.git': '`{place}`: git cannot read the repository',
  'unreadable-file.help.git': 'see what `git status` says',
  'unreadable-file.git-slow': '`{place}`: git gave no answer in time',
  'unreadable-file.help.git-slow': 'try again, or name a folder',
  'unreadable-file.git-large': '`{place}` is larger than any pack',
  'unreadable-file.help.git-large': 'name the folder of a pack, or its pack.yaml',
  'unreadable-file.git-partial': '`{place}` is in the commit, but not in this clone of it',
  'unreadable-file.help.git-partial':
    'a partial clone leaves files out, and tpa fetches nothing: if you trust the repository, `git show {place}` does',

  'usage.other-records':
    'the packs judge different records: a {first} by its `{first_id}`, and a {second} by its `{second_id}`',
  'usage.other-records.help': 'compare two packs of one kind',
  'usage.other-ids':
    'the packs take the id of line {line} from different columns, or one of them finds none (line {other})',
  'usage.other-ids.help': 'let both packs name the column of the id in one way',

  'same-version': 'both packs are `{pack}`, and they differ: {before} and {after}',
  'same-version.why': 'a result names the pack and its version, and cannot tell which of the two judged it',
  'same-version.help': 'give the changed pack a `version` of its own',
  'absent-columns.new': '{message} under the new pack; under the other they can',
  'absent-columns.old': '{message} under the old pack; under the other they can',

  'not-a-baseline': '`--baseline {file}`: {what}',
  'not-a-baseline.help': 'write it with `tpa diff … --accept FILE`',
  'not-a-baseline.no-file': 'there is no such file, or it cannot be read',
  'not-a-baseline.no-json': 'it is not JSON',
  'not-a-baseline.other': 'it holds no accepted result of `tpa diff`',
  'baseline-differs': 'the result is not the one that `{file}` accepts',
  'baseline-differs.place': '{place}: accepted {accepted}, now {now}',
  'baseline-differs.nothing': 'nothing',
  'baseline-differs.more': '{count} more',
  'baseline-differs.help': 'if it is what was meant, write it again with `--accept`',
} as const
