#include "awkwardarticle.h"

#include <array>

namespace
{

struct Setting {
    const SyntheticText &text;
    const SyntheticArticle &article;
    Dialect dialect;
    SyntheticFile file; // as it would be if nothing went wrong
};

QByteArray titleKey(const Setting &setting)
{
    return "title: '" + setting.article.title + "'\n";
}

SyntheticFile withTitle(const Setting &setting, const QByteArray &title)
{
    SyntheticFile file = setting.file;
    file.bytes.replace(titleKey(setting), "title: " + title + '\n');
    return file;
}

QByteArray dateOf(const Setting &setting)
{
    const qsizetype begin = setting.file.bytes.indexOf("\ndate: ") + 7;
    return setting.file.bytes.mid(begin, setting.file.bytes.indexOf('\n', begin) - begin);
}

SyntheticFile withDate(const Setting &setting, const QByteArray &date)
{
    SyntheticFile file = setting.file;
    file.bytes.replace("\ndate: " + dateOf(setting) + '\n', "\ndate: " + date + '\n');
    return file;
}

SyntheticFile withKeys(const Setting &setting, const QByteArray &keys)
{
    SyntheticFile file = setting.file;
    file.bytes.replace(titleKey(setting), titleKey(setting) + keys);
    return file;
}

SyntheticFile withName(const Setting &setting, const QByteArray &name)
{
    SyntheticFile file = setting.file;
    file.path.replace(file.path.lastIndexOf('/') + 1, file.path.size(), name);
    return file;
}

QByteArray numbered(const Setting &setting, const QByteArray &begin, const QByteArray &end)
{
    return begin + QByteArray::number(setting.article.number) + end;
}

SyntheticFile brokenQuotes(const Setting &setting)
{
    return withTitle(setting, "\"\"\"\"\"\"\"'" + setting.article.title + "'\"\"\"\"\"\"\"");
}

SyntheticFile unknownEscape(const Setting &setting)
{
    return withTitle(setting, "\"" + setting.article.title + "\\智力's\"");
}

SyntheticFile titleOverFiveLines(const Setting &setting)
{
    return withTitle(setting, "'" + setting.article.title + "\n\n第二\n第三\n\n第五'");
}

SyntheticFile invalidDate(const Setting &setting)
{
    return withDate(setting, "Invalid Date");
}

SyntheticFile emptyDate(const Setting &setting)
{
    return withDate(setting, "");
}

// 0xB0A1 to 0xF7FE are the characters of GB 2312, row by row; the last five of row 0xD7 are unassigned, so it
// is left out.
QByteArray gbkText(Random &random, int length)
{
    QByteArray text;
    for (int i = 0; i < length; ++i) {
        text += static_cast<char>(0xB0 + random.below(0xD7 - 0xB0));
        text += static_cast<char>(0xA1 + random.below(94));
    }
    return text;
}

SyntheticFile gbk(const Setting &setting)
{
    Random random(static_cast<quint64>(setting.article.number));
    SyntheticFile file = withName(setting, numbered(setting, "gbk-", ".md"));
    file.bytes = "---\ntitle: '" + gbkText(random, 14) + "'\ncategories: \n - " + gbkText(random, 3) +
                 "\ndate: " + dateOf(setting) + "\n---\n\n<div>\n<p>" + gbkText(random, 600) +
                 "</p>\n</div>\n";
    return file;
}

SyntheticFile utf16(const Setting &setting)
{
    const QString text = QChar(QChar::ByteOrderMark) + QString::fromUtf8(setting.file.bytes);
    SyntheticFile file = setting.file;
    file.bytes.clear();
    for (const QChar character : text) {
        file.bytes += static_cast<char>(character.cell());
        file.bytes += static_cast<char>(character.row());
    }
    return file;
}

SyntheticFile byteOrderMark(const Setting &setting)
{
    SyntheticFile file = setting.file;
    file.bytes.prepend("\xEF\xBB\xBF");
    return file;
}

SyntheticFile carriageReturns(const Setting &setting)
{
    SyntheticFile file = setting.file;
    file.bytes.replace("\n", "\r\n");
    return file;
}

SyntheticFile nulBytes(const Setting &setting)
{
    SyntheticFile file = setting.file;
    file.bytes.insert(file.bytes.indexOf("</div>"), QByteArray(64, '\0'));
    return file;
}

SyntheticFile noFrontMatter(const Setting &setting)
{
    SyntheticFile file = setting.file;
    file.bytes = "# " + setting.article.title + "\n\n" + setting.article.body;
    return file;
}

SyntheticFile unclosedFrontMatter(const Setting &setting)
{
    SyntheticFile file = setting.file;
    file.bytes.replace(file.bytes.indexOf("\n---\n\n"), 4, "");
    return file;
}

SyntheticFile toml(const Setting &setting)
{
    SyntheticFile file = setting.file;
    file.bytes = "+++\ntitle = \"" + setting.article.title + "\"\ndate = " + isoDate(setting.article.time) +
                 "\ncategories = [\"" + setting.article.categories.join("\", \"") + "\"]\n+++\n\n" +
                 setting.article.body;
    return file;
}

SyntheticFile tabs(const Setting &setting)
{
    return withKeys(setting, "subject:\n\t- " + setting.article.categories.join("\n\t- ") + '\n');
}

SyntheticFile longHead(const Setting &setting)
{
    Random random(static_cast<quint64>(setting.article.number));
    return withKeys(setting, "description: '" + setting.text.paragraph(random, 7000) + "'\n");
}

SyntheticFile fourteenCategories(const Setting &setting)
{
    Random random(static_cast<quint64>(setting.article.categories.value(0).size()));
    SyntheticArticle article = setting.article;
    while (article.categories.size() < 14)
        article.categories << setting.text.word(random);
    return {setting.file.path, writeArticle(article, setting.dialect).bytes};
}

// Jekyll: the date stands in the name alone, every category is a path of its own.
SyntheticFile jekyll(const Setting &setting)
{
    const QByteArray day = isoDate(setting.article.time).left(10);
    SyntheticFile file = withName(setting, numbered(setting, day + "-post-", ".markdown"));
    file.bytes = "---\nlayout: post\ntitle: " + setting.article.title + "\ncategories:\n- - " +
                 setting.article.categories.join("\n  - ") + "\n---\n\n" + setting.article.title +
                 "\n------\n\n" + setting.article.body;
    return file;
}

// In one run the second article of a title gets the time appended.
SyntheticFile sameTitleTwice(const Setting &setting)
{
    SyntheticFile file = setting.file;
    file.path.chop(3);
    file.path += numbered(setting, "-1637641143", "52.md");
    return file;
}

SyntheticFile sameBytesTwice(const Setting &setting)
{
    return withName(setting, numbered(setting, "copy-", ".md"));
}

SyntheticFile emptyFile(const Setting &setting)
{
    SyntheticFile file = setting.file;
    file.bytes.clear();
    return file;
}

SyntheticFile strangeName(const Setting &setting)
{
    return withName(setting, numbered(setting, " @\"name\" 🥳\n'", "' .md"));
}

SyntheticFile html(const Setting &setting)
{
    return withName(setting, numbered(setting, "page-", ".HTML"));
}

SyntheticFile deepFolder(const Setting &setting)
{
    QByteArray folders;
    for (int i = 0; i < 40; ++i)
        folders += "d/";
    return withName(setting, folders + numbered(setting, "deep-", ".md"));
}

SyntheticFile inlinePicture(const Setting &setting)
{
    SyntheticFile file = setting.file;
    file.bytes.insert(file.bytes.indexOf("</div>"),
                      "<img src=\"data:image/png;base64," + QByteArray(180'000, 'A') + "\">\n");
    return file;
}

using Way = SyntheticFile (*)(const Setting &);
constexpr std::array<Way, 24> ways{
    brokenQuotes,   invalidDate, gbk,   noFrontMatter,       carriageReturns,    longHead,
    sameTitleTwice, emptyFile,   utf16, titleOverFiveLines,  sameBytesTwice,     unknownEscape,
    byteOrderMark,  tabs,        toml,  unclosedFrontMatter, nulBytes,           strangeName,
    inlinePicture,  jekyll,      html,  deepFolder,          fourteenCategories, emptyDate,
};

}

SyntheticFile makeAwkward(const SyntheticText &text, const SyntheticArticle &article, Dialect dialect,
                          int kind)
{
    const Way way = ways[static_cast<size_t>(kind) % ways.size()];
    SyntheticArticle before = article;
    if (way == sameTitleTwice || way == sameBytesTwice)
        before = makeArticle(text, article.number - 1, article.categories);
    SyntheticFile file = writeArticle(before, dialect);
    before.number = article.number; // for names
    return way({text, before, dialect, file});
}
