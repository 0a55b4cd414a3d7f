#include "app/archive/article.h"

using namespace Qt::StringLiterals;

QStringList problemNames(Problems problems)
{
    struct Name {
        Problem problem;
        QLatin1StringView name;
    };
    static constexpr Name names[] = {
        {Problem::FrontMatterRepaired, "front-matter-repaired"_L1},
        {Problem::FrontMatterMissing, "front-matter-missing"_L1},
        {Problem::FrontMatterUnclosed, "front-matter-unclosed"_L1},
        {Problem::TitleMissing, "title-missing"_L1},
        {Problem::DateMissing, "date-missing"_L1},
        {Problem::DateUnreadable, "date-unreadable"_L1},
        {Problem::CategoriesMissing, "categories-missing"_L1},
        {Problem::EncodingGuessed, "encoding-guessed"_L1},
        {Problem::EncodingDamaged, "encoding-damaged"_L1},
        {Problem::Unreadable, "unreadable"_L1},
        {Problem::NotARegularFile, "not-a-regular-file"_L1},
        {Problem::TooLarge, "too-large"_L1},
        {Problem::LinkLoop, "link-loop"_L1},
    };
    QStringList list;
    for (const Name &entry : names) {
        if (problems.testFlag(entry.problem))
            list << entry.name;
    }
    return list;
}
