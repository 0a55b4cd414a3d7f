#include "ui/aboutbox.h"

#include <QApplication>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(AboutBox)
};
}

void showAboutBox(QWidget *window)
{
    const QString name = u"aboutBox"_s;
    auto *box = window->findChild<QMessageBox *>(name);
    if (!box) {
        box = new QMessageBox(
            QMessageBox::NoIcon, Text::tr("About Lectern"),
            Text::tr("<h3>Lectern %1</h3><p>A reader for folders of articles.</p>"
                     "<p>Free software under the GNU General Public License, version 3 or later.</p>")
                .arg(QApplication::applicationVersion()),
            QMessageBox::Close, window);
        box->setObjectName(name);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setModal(false);
        constexpr int iconSize = 64; // pixels
        box->setIconPixmap(
            QApplication::windowIcon().pixmap(QSize(iconSize, iconSize), window->devicePixelRatioF()));
    }
    box->show();
    box->activateWindow();
}
