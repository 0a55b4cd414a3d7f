#include "ui/language.h"

#include <QCoreApplication>
#include <QKeySequence>
#include <QLocale>
#include <QTest>

class TestLanguage final : public QObject
{
    Q_OBJECT

public:
    static void initMain()
    {
        qputenv("LANGUAGE", "zh_CN");
        qputenv("LC_ALL", "C.UTF-8");
    }

private Q_SLOTS:
    void otherLanguageThanTheSystems_namesDaysToo();
    void noLanguageAtAll_writesTimesWithoutSeconds();
};

void TestLanguage::otherLanguageThanTheSystems_namesDaysToo()
{
    QCOMPARE(QLocale().dayName(Qt::Thursday), QStringLiteral("Thursday"));
    installLanguage(*QCoreApplication::instance());
    QCOMPARE(QCoreApplication::translate("NoticeBar", "Dismiss"), QStringLiteral("关闭"));
    QCOMPARE(QLocale().dayName(Qt::Thursday), QStringLiteral("星期四"));
    QCOMPARE(QKeySequence(Qt::ALT | Qt::Key_Left).toString(QKeySequence::NativeText),
             QStringLiteral("Alt+←"));
}

void TestLanguage::noLanguageAtAll_writesTimesWithoutSeconds()
{
    qputenv("LANGUAGE", "C");
    QLocale::setDefault(QLocale::c());
    installLanguage(*QCoreApplication::instance());
    QCOMPARE(QLocale().toString(QTime(9, 5), QLocale::ShortFormat), QStringLiteral("09:05"));
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
